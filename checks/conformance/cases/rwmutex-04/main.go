// RUnlock under write lock is fatal
package main

import (
	"sync"
)

func main() {
	var mu sync.RWMutex
	mu.Lock()
	mu.RUnlock()
}
