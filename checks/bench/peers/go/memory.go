package main

import (
	"os"
	"runtime"
	"strings"
	"sync"
)

// What a goroutine that waits for a channel costs.
func parkedBytes(n int) {
	rss, live := residentBytes(), liveBytes()
	stop := make(chan struct{})
	var ready, done sync.WaitGroup
	ready.Add(n)
	for range n {
		done.Go(func() {
			ready.Done()
			<-stop
		})
	}
	ready.Wait()
	printValue("parked-bytes-rss", "B", float64(residentBytes()-rss)/float64(n))
	printValue("parked-bytes-live", "B", float64(liveBytes()-live)/float64(n))
	close(stop)
	done.Wait()
}

// Memory of the process.
func residentBytes() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		fail("parked-bytes needs Linux: %v", err)
	}
	for line := range strings.Lines(string(status)) {
		if f := strings.Fields(line); f[0] == "VmRSS:" {
			return 1024 * number(f[1])
		}
	}
	fail("no VmRSS in /proc/self/status")
	return 0
}

// What is in use after a collection: heap and stacks.
func liveBytes() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc + m.StackInuse)
}
