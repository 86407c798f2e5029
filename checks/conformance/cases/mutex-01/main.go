// Unlock of an unlocked Mutex is a fatal error
package main

import (
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Unlock()
}
