// done channel: one close tells many
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	done := make(chan struct{})
	var wg sync.WaitGroup
	var n atomic.Int32
	for range 10 {
		wg.Go(func() { <-done; n.Add(1) })
	}
	close(done)
	wg.Wait()
	fmt.Println(n.Load())
}
