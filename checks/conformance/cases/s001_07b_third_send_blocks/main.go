// comment "ch <- 3 would block"
package main

import "fmt"

func main() {
	ch := make(chan int, 2) // Buffer size = 2

	ch <- 1
	ch <- 2
	ch <- 3 // blocks because the buffer is full

	fmt.Println(<-ch)
	fmt.Println(<-ch)
}
