// Signal wakes one, the longest waiting
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	r := make(chan int, 3)
	for i := range 3 {
		go func() { mu.Lock(); c.Wait(); r <- i; mu.Unlock() }()
		time.Sleep(3 * time.Millisecond)
	}
	for range 3 {
		c.Signal()
		fmt.Print(<-r, " ")
	}
	fmt.Println()
}
