// send 42 in a goroutine
package main

import "fmt"

func main() {
	ch := make(chan int)

	go func() {
		ch <- 42 // Send value to channel
	}()

	val := <-ch      // Receive value from channel
	fmt.Println(val) // Output: 42
}
