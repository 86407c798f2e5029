// work stealing
package main

import (
	"fmt"
	"runtime"
	"sync"
	"syscall"
	"time"
)

func main() {
	runtime.GOMAXPROCS(2)
	var mu sync.Mutex
	m := map[int]int{}
	var wg sync.WaitGroup
	wg.Add(64)
	for range 64 {
		go func() {
			t := time.Now()
			for time.Since(t) < time.Millisecond {
			}
			mu.Lock()
			m[syscall.Gettid()]++
			mu.Unlock()
			wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println("tasks ran on more than one thread:", len(m) > 1)
}
