// select wakes when another goroutine closes a channel
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() { time.Sleep(5 * time.Millisecond); close(ch) }()
	select {
	case _, ok := <-ch:
		fmt.Println(ok)
	}
}
