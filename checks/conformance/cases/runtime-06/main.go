// header of a goroutine blocked in each way (all goroutines' stacks; reasons sorted)
package main

import (
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	var rw sync.RWMutex
	rw.Lock()
	var wg sync.WaitGroup
	wg.Add(1)
	cd := sync.NewCond(&sync.Mutex{})
	a, b := make(chan int), make(chan int)
	var z chan int
	for _, f := range []func(){func() { <-a }, func() { b <- 1 }, func() { <-z }, func() { z <- 1 }, func() { select {} }, func() {
		select {
		case <-a:
		case b <- 1:
		}
	}, func() { mu.Lock() }, func() { rw.Lock() }, func() { rw.RLock() }, func() { wg.Wait() }, func() { cd.L.Lock(); cd.Wait() }, func() { time.Sleep(time.Hour) }, func() { var r [1]byte; os.Stdin.Read(r[:]) }, func() {
		for {
		}
	}} {
		go f()
	}
	time.Sleep(30 * time.Millisecond)
	buf := make([]byte, 1<<16)
	s := string(buf[:runtime.Stack(buf, true)])
	m := map[string]bool{}
	for _, l := range strings.Split(s, "\n") {
		if strings.HasPrefix(l, "goroutine ") {
			m[l[strings.Index(l, "["):]] = true
		}
	}
	ks := slices.Sorted(maps.Keys(m))
	for _, k := range ks {
		fmt.Println(k)
	}
}
