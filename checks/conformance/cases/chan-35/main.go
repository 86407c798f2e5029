// cap 0 given explicitly is an unbuffered channel
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int, 0)
	select {
	case ch <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("would block")
	}
}
