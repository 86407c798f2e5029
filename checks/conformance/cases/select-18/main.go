// two goroutines selecting send\|recv on the same unbuffered channel meet
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int)
	r := make(chan string, 2)
	for range 2 {
		go func() {
			select {
			case ch <- 1:
				r <- "s"
			case <-ch:
				r <- "r"
			}
		}()
	}
	x, y := <-r, <-r
	fmt.Println(x != y)
}
