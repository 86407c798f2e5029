// deferred calls of other goroutines do not run on a crash
package main

import (
	"fmt"
	"time"
)

func main() {
	go func() { defer fmt.Println("other deferred"); time.Sleep(time.Second) }()
	time.Sleep(5 * time.Millisecond)
	panic("main")
}
