// close wakes all waiting receivers with the zero value
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	ch := make(chan int)
	var wg sync.WaitGroup
	var n atomic.Int32
	for range 3 {
		wg.Go(func() {
			if _, ok := <-ch; !ok {
				n.Add(1)
			}
		})
	}
	time.Sleep(5 * time.Millisecond)
	close(ch)
	wg.Wait()
	fmt.Println(n.Load())
}
