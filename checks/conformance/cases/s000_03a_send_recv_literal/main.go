// fragment make / send / receive, taken literally in one goroutine
package main

import "fmt"

func main() {
	ch := make(chan int) // Create an unbuffered channel
	ch <- 42             // Send value 42 to the channel
	value := <-ch        // Receive value from the channel
	fmt.Println(value)
}
