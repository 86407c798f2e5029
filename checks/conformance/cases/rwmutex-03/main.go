// Unlock of a read-locked RWMutex is fatal
package main

import (
	"sync"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.Unlock()
}
