// buffered channel of 2
package main

import "fmt"

func main() {
	ch := make(chan int, 2) // Buffer size = 2

	ch <- 1
	ch <- 2
	// ch <- 3 would block because the buffer is full

	fmt.Println(<-ch) // Output: 1
	fmt.Println(<-ch) // Output: 2
}
