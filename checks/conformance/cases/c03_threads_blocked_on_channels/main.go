// 1000 goroutines need few threads; blocked ones need none
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
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
	stop := make(chan struct{})
	for range 1000 {
		go func() { <-stop }()
	}
	time.Sleep(50 * time.Millisecond)
	fmt.Println("goroutines", runtime.NumGoroutine(), "threads less than 12:", threads() < 12)
	for range 8 {
		go func() {
			for {
				runtime.Gosched()
			}
		}()
	}
	time.Sleep(100 * time.Millisecond)
	fmt.Println("with 8 busy goroutines: threads less than 12:", threads() < 12)
}
