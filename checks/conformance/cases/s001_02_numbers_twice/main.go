// two printNumbers, Sleep 500 ms, main 3 s
package main

import (
	"fmt"
	"time"
)

func printNumbers() {
	for i := 1; i <= 5; i++ {
		fmt.Println(i)
		time.Sleep(500 * time.Millisecond)
	}
}

func main() {
	go printNumbers() // Runs concurrently
	go printNumbers() // Another one

	time.Sleep(3 * time.Second) // Wait for goroutines
	fmt.Println("Main function done")
}
