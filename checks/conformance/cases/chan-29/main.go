// semaphore: a buffered channel of 2 lets at most 2 in
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	sem := make(chan struct{}, 2)
	var n, max atomic.Int32
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			sem <- struct{}{}
			if k := n.Add(1); k > max.Load() {
				max.Store(k)
			}
			time.Sleep(2 * time.Millisecond)
			n.Add(-1)
			<-sem
		})
	}
	wg.Wait()
	fmt.Println(max.Load())
}
