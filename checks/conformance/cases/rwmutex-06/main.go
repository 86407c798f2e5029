// a waiting writer blocks new readers (writer preference)
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	mu.RLock()
	go func() { mu.Lock(); mu.Unlock() }()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(mu.TryRLock())
	mu.RUnlock()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(mu.TryRLock())
}
