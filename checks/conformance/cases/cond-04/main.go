// Broadcast wakes all
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { mu.Lock(); c.Wait(); mu.Unlock() })
	}
	time.Sleep(5 * time.Millisecond)
	c.Broadcast()
	wg.Wait()
	fmt.Println("all")
}
