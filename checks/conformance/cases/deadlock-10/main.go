// mutex locked twice by the same goroutine (not reentrant)
package main

import (
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
}
