// a parked goroutine costs a few kilobytes, not a megabyte
package main

import (
	"fmt"
	"runtime"
)

func main() {
	const n = 20_000
	var a, b runtime.MemStats
	stop := make(chan struct{})
	ready := make(chan struct{}, n)
	runtime.GC()
	runtime.ReadMemStats(&a)
	for range n {
		go func() { ready <- struct{}{}; <-stop }()
	}
	for range n {
		<-ready
	}
	runtime.ReadMemStats(&b)
	fmt.Println("goroutines", runtime.NumGoroutine()-1)
	fmt.Println("less than 8 KB each:", (b.Sys-a.Sys)/n < 8192)
	close(stop)
}
