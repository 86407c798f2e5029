// starvation: a waiter gets the lock although the holder relocks at once (within 1 s)
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var mu sync.Mutex
	var stop atomic.Bool
	go func() {
		for !stop.Load() {
			mu.Lock()
			time.Sleep(100 * time.Microsecond)
			mu.Unlock()
		}
	}()
	time.Sleep(time.Millisecond)
	t := time.Now()
	for range 10 {
		mu.Lock()
		mu.Unlock()
	}
	stop.Store(true)
	fmt.Println(time.Since(t) < time.Second)
}
