// worker sends 5, main receives 3
package main

import (
	"fmt"
)

func worker(ch chan int) {
	for i := 0; i < 5; i++ {
		fmt.Println("Worker:", i)
		ch <- i // Send value to channel
	}
}

func main() {
	ch := make(chan int)
	go worker(ch) // Start worker goroutine

	for i := 0; i < 3; i++ {
		value := <-ch // Receive value from channel
		fmt.Println("Main:", value)
	}
}
