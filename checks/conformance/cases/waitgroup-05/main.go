// several waiters are all released
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var wg, w2 sync.WaitGroup
	wg.Add(1)
	var n atomic.Int32
	for range 3 {
		w2.Go(func() { wg.Wait(); n.Add(1) })
	}
	time.Sleep(5 * time.Millisecond)
	fmt.Println(n.Load())
	wg.Done()
	w2.Wait()
	fmt.Println(n.Load())
}
