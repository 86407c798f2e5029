// locked goroutine is marked in its header
package main

import (
	"fmt"
	"runtime"
	"strings"
	"time"
)

func main() {
	go func() { runtime.LockOSThread(); select {} }()
	time.Sleep(5 * time.Millisecond)
	buf := make([]byte, 1<<16)
	s := string(buf[:runtime.Stack(buf, true)])
	for _, l := range strings.Split(s, "\n") {
		if strings.Contains(l, "locked") {
			fmt.Println(l[strings.Index(l, "["):])
		}
	}
}
