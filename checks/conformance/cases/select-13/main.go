// left-hand side of a receive is evaluated only when its case is chosen
package main

import (
	"fmt"
)

func main() {
	a := make(chan int, 1)
	a <- 7
	b := make(chan int)
	i := func(n string) int { fmt.Println("index", n); return 0 }
	var x [1]int
	select {
	case x[i("a")] = <-a:
		fmt.Println(x[0])
	case x[i("b")] = <-b:
	}
}
