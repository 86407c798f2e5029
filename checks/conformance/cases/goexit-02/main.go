// only ends its own goroutine
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan int)
	go func() { defer close(done); func() { runtime.Goexit() }(); fmt.Println("never") }()
	<-done
	fmt.Println("main alive")
}
