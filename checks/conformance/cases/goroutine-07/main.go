// recover inside the goroutine keeps the program alive
package main

import (
	"fmt"
)

func main() {
	done := make(chan int)
	go func() { defer close(done); defer func() { fmt.Println("rec", recover()) }(); panic("boom") }()
	<-done
	fmt.Println("alive")
}
