// LockOSThread binds to one thread
package main

import (
	"fmt"
	"runtime"
	"syscall"
	"time"
)

func tids(lock bool) int {
	res := make(chan int)
	go func() {
		if lock {
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
		}
		m := map[int]bool{}
		for range 200 {
			m[syscall.Gettid()] = true
			time.Sleep(100 * time.Microsecond)
			runtime.Gosched()
		}
		res <- len(m)
	}()
	return <-res
}

func main() {
	for range 4 {
		go func() {
			for {
				runtime.Gosched()
			}
		}()
	}
	fmt.Println("locked: threads used", tids(true))
	fmt.Println("not locked: more than one thread used", tids(false) > 1)
}
