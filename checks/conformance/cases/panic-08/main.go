// recovered panic: text of a nil dereference, index and division errors
package main

import (
	"fmt"
)

func main() {
	f := func(g func()) { defer func() { fmt.Println(recover()) }(); g() }
	f(func() { var p *int; *p = 1 })
	f(func() { a := []int{}; i := 5; _ = a[i] })
	f(func() { z := 0; _ = 1 / z })
	f(func() { var m map[int]int; m[1] = 1 })
	f(func() { var x any = "s"; _ = x.(int) })
}
