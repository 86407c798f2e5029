// zero Group does not cancel anything; nil when all nil
package main

import (
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	for range 3 {
		g.Go(func() error { return nil })
	}
	fmt.Println(g.Wait())
}
