// arguments are evaluated in the calling goroutine
package main

import (
	"fmt"
)

func main() {
	x := 1
	c := make(chan int, 1)
	go func(v int) { c <- v }(x)
	x = 2
	fmt.Println(<-c)
}
