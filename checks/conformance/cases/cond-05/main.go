// Wait reacquires the lock before returning
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	go func() { time.Sleep(3 * time.Millisecond); mu.Lock(); c.Signal(); mu.Unlock() }()
	mu.Lock()
	c.Wait()
	fmt.Println(mu.TryLock())
}
