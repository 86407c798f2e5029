// Goexit in a deferred call stops a panic
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan int)
	go func() { defer close(done); defer runtime.Goexit(); panic("p") }()
	<-done
	fmt.Println("alive")
}
