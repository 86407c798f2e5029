// a blocked select is dequeued from all other channels once one case fires
package main

import (
	"fmt"
	"time"
)

func main() {
	a, b := make(chan int), make(chan int)
	res := make(chan string)
	go func() {
		select {
		case <-a:
			res <- "a"
		case <-b:
			res <- "b"
		}
	}()
	time.Sleep(5 * time.Millisecond)
	b <- 1
	fmt.Println(<-res)
	select {
	case a <- 1:
		fmt.Println("a taken")
	default:
		fmt.Println("a not taken")
	}
}
