// SetLimit: Go blocks, TryGo says false
package main

import (
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.SetLimit(1)
	s := make(chan int)
	g.Go(func() error { <-s; return nil })
	fmt.Println(g.TryGo(func() error { return nil }))
	close(s)
	fmt.Println(g.Wait())
}
