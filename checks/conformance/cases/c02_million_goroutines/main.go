// hundreds of thousands of goroutines at once
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	const n = 100_000
	var wg sync.WaitGroup
	stop := make(chan struct{})
	for range n {
		wg.Add(1)
		go func() { defer wg.Done(); <-stop }()
	}
	fmt.Println("alive", runtime.NumGoroutine()-1)
	close(stop)
	wg.Wait()
	fmt.Println("after at most 4 are still ending:", runtime.NumGoroutine()-1 <= 4)
}
