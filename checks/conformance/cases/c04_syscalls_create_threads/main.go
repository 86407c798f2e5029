// goroutines that block in system calls need a thread each
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"
)

func threads() int {
	b, _ := os.ReadFile("/proc/self/status")
	n := 0
	for _, l := range strings.Split(string(b), "\n") {
		fmt.Sscanf(l, "Threads: %d", &n)
	}
	return n
}

func main() {
	dir, _ := os.MkdirTemp("", "goloom")
	defer os.RemoveAll(dir)
	fifo := filepath.Join(dir, "fifo")
	syscall.Mkfifo(fifo, 0o600)
	fmt.Println("threads before less than 12:", threads() < 12)
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() {
			f, _ := os.Open(fifo) // blocks until there is a writer
			f.Close()
		})
	}
	for threads() <= 50 {
		time.Sleep(time.Millisecond)
	}
	fmt.Println("50 goroutines in a system call: threads more than 50:", threads() > 50)
	f, _ := os.OpenFile(fifo, os.O_WRONLY, 0)
	wg.Wait()
	f.Close()
	fmt.Println("afterwards threads more than 50:", threads() > 50)
}
