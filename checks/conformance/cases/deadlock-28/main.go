// three blocked goroutines: main first, then by id; runtime's own goroutines are not listed
package main

import (
	"sync"
	"time"
)

func main() {
	ch := make(chan int)
	for range 3 {
		go func() { ch <- 1 }()
	}
	time.Sleep(2 * time.Millisecond)
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
}
