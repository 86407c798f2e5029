// creating a goroutine is cheap, also one that is locked to its thread when it ends
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	const n = 100_000
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		go wg.Done()
	}
	wg.Wait()
	const m = 500
	wg.Add(m)
	for range m {
		go func() { runtime.LockOSThread(); wg.Done() }()
	}
	wg.Wait()
	fmt.Println("ok")
}
