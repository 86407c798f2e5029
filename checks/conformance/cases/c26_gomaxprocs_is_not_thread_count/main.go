// threads > GOMAXPROCS
package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

func main() {
	time.Sleep(20 * time.Millisecond)
	b, _ := os.ReadFile("/proc/self/status")
	n := 0
	for _, l := range strings.Split(string(b), "\n") {
		fmt.Sscanf(l, "Threads: %d", &n)
	}
	fmt.Println("threads > GOMAXPROCS:", n > runtime.GOMAXPROCS(0))
}
