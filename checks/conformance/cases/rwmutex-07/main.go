// recursive read lock with a writer in between deadlocks
package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	go func() { mu.Lock() }()
	time.Sleep(5 * time.Millisecond)
	mu.RLock()
}
