package main

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Starts n goroutines that do nothing, and waits for them.
func spawn(n int) {
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		go wg.Done()
	}
	wg.Wait()
}

// Goroutines that lock and unlock one mutex, n times each.
func mutex(n, goroutines int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	count := 0
	for range goroutines {
		wg.Go(func() {
			for range n {
				mu.Lock()
				count++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	check("mutex", count, n*goroutines)
}

// Two goroutines that yield to each other, n times each.
func takeTurns(n int) {
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for range n {
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
}

// 100,000 goroutines wait for a channel; it is closed; all have ended. Go cannot end a goroutine from
// outside: this is how its programs do it.
func closeOnParked() time.Duration {
	const n = 100_000
	stop := make(chan struct{})
	var wg sync.WaitGroup
	var ready atomic.Int32
	for range n {
		wg.Go(func() {
			ready.Add(1)
			<-stop
		})
	}
	for ready.Load() < n {
		runtime.Gosched()
	}
	begin := time.Now()
	close(stop)
	wg.Wait()
	return time.Since(begin)
}
