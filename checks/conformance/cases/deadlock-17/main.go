// main blocked on WaitGroup, worker on a channel
package main

import (
	"sync"
)

func main() {
	var wg sync.WaitGroup
	ch := make(chan int)
	wg.Add(1)
	go func() { defer wg.Done(); <-ch }()
	wg.Wait()
}
