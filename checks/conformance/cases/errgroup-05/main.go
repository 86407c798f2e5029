// SetLimit while active panics
package main

import (
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.SetLimit(1)
	g.Go(func() error { time.Sleep(time.Second); return nil })
	g.SetLimit(2)
}
