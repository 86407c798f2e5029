// AB-BA lock order
package main

import (
	"sync"
	"time"
)

func main() {
	var a, b sync.Mutex
	done := make(chan int)
	go func() { a.Lock(); time.Sleep(5 * time.Millisecond); b.Lock(); done <- 1 }()
	b.Lock()
	time.Sleep(5 * time.Millisecond)
	a.Lock()
	<-done
}
