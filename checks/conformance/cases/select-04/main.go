// unbuffered send with default: only when a receiver is already waiting
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	select {
	case ch <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("nobody")
	}
	go func() { <-ch }()
	time.Sleep(5 * time.Millisecond)
	select {
	case ch <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("nobody")
	}
}
