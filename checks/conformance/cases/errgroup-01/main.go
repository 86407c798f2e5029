// Wait returns the first error
package main

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.Go(func() error { return errors.New("e1") })
	g.Go(func() error { time.Sleep(3 * time.Millisecond); return errors.New("e2") })
	fmt.Println(g.Wait())
}
