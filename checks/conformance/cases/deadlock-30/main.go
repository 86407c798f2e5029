// RWMutex: second Lock under own Lock: the second writer waits on the inner Mutex, so the reason is sync.Mutex.Lock
package main

import (
	"sync"
)

func main() {
	var mu sync.RWMutex
	mu.Lock()
	mu.Lock()
}
