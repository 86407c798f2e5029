// SetLimit(0) then Go blocks for ever
package main

import (
	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.SetLimit(0)
	g.Go(func() error { return nil })
}
