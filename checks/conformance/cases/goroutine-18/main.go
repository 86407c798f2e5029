// deep recursion grows the stack
package main

import (
	"fmt"
)

func main() {
	var f func(int) int
	f = func(n int) int {
		if n == 0 {
			return 0
		}
		return f(n-1) + 1
	}
	c := make(chan int)
	go func() { c <- f(1_000_000) }()
	fmt.Println(<-c)
}
