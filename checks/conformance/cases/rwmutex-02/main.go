// Unlock without Lock is fatal
package main

import (
	"sync"
)

func main() {
	var mu sync.RWMutex
	mu.Unlock()
}
