// one core: concurrent, not parallel
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// meet reports whether two goroutines were seen inside the busy section at the same instant
// while neither could be switched out (asynchronous preemption aside).
func main() {
	for _, p := range []int{1, 2} {
		runtime.GOMAXPROCS(p)
		var running, max atomic.Int32
		var wg sync.WaitGroup
		for range 4 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for range 200 {
					n := running.Add(1)
					for m := max.Load(); n > m && !max.CompareAndSwap(m, n); m = max.Load() {
					}
					for i := 0; i < 2000; i++ {
					}
					running.Add(-1)
					runtime.Gosched()
				}
			}()
		}
		wg.Wait()
		fmt.Println("GOMAXPROCS", p, "max at once", max.Load())
	}
}
