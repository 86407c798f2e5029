// sleepers wake in order of their deadline
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	for _, d := range []int{30, 10, 20} {
		wg.Go(func() { time.Sleep(time.Duration(d) * time.Millisecond); fmt.Print(d, " ") })
	}
	wg.Wait()
	fmt.Println()
}
