// NumGoroutine counts main and blocked ones
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	ch := make(chan int)
	fmt.Println(runtime.NumGoroutine())
	for range 3 {
		go func() { <-ch }()
	}
	fmt.Println(runtime.NumGoroutine())
	close(ch)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(runtime.NumGoroutine())
}
