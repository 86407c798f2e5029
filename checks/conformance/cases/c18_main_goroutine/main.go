// every program has the main goroutine
package main

import (
	"fmt"
	"runtime"
)

func main() { fmt.Println(runtime.NumGoroutine()) }
