// nil channel case is never chosen, default is
package main

import (
	"fmt"
)

func main() {
	var ch chan int
	select {
	case <-ch:
		fmt.Println("got")
	case ch <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("default")
	}
}
