// hello + Sleep 1 s
package main

import (
	"fmt"
	"time"
)

func sayHello() {
	fmt.Println("Hello from Goroutine")
}

func main() {
	go sayHello() // Starts a new Goroutine

	fmt.Println("Main function")

	time.Sleep(1 * time.Second) // Allow goroutine to complete
}
