// draining with len is only a snapshot: loop with default
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int, 5)
	for i := range 5 {
		ch <- i
	}
	n := 0
D:
	for {
		select {
		case <-ch:
			n++
		default:
			break D
		}
	}
	fmt.Println(n)
}
