// ten things at once and wait
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	t := time.Now()
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { time.Sleep(100 * time.Millisecond) })
	}
	wg.Wait()
	d := time.Since(t)
	fmt.Println("under 300 ms:", d < 300*time.Millisecond)
}
