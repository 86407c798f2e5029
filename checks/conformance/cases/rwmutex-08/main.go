// after a writer's Unlock, readers that waited go first, before the next writer
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.RWMutex
	var out []string
	var om sync.Mutex
	add := func(s string) { om.Lock(); out = append(out, s); om.Unlock() }
	var wg sync.WaitGroup
	mu.Lock()
	wg.Go(func() { mu.RLock(); add("r"); time.Sleep(5 * time.Millisecond); mu.RUnlock() })
	time.Sleep(2 * time.Millisecond)
	wg.Go(func() { mu.Lock(); add("w"); mu.Unlock() })
	time.Sleep(2 * time.Millisecond)
	mu.Unlock()
	wg.Wait()
	fmt.Println(out)
}
