// goroutine ends silently, result dropped
package main

import (
	"fmt"
	"runtime"
	"time"
)

func answer() int { return 42 }

func main() {
	go answer() // result is discarded
	fmt.Println(runtime.NumGoroutine())
	time.Sleep(10 * time.Millisecond)
	fmt.Println(runtime.NumGoroutine())
}
