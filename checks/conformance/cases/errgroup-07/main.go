// a panic in a Go function ends the program (1 run in 30 printed <nil> first: Wait may return before the crash)
package main

import (
	"fmt"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.Go(func() error { panic("in group") })
	fmt.Println(g.Wait())
}
