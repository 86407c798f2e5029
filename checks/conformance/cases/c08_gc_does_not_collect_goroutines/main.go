// the GC does not collect abandoned goroutines
package main

import (
	"fmt"
	"runtime"
)

func abandoned() {
	ch := make(chan int) // no one else holds ch
	go func() { <-ch }()
}

func main() {
	for range 100 {
		abandoned()
	}
	fmt.Println("before GC", runtime.NumGoroutine())
	runtime.GC()
	runtime.GC()
	fmt.Println("after GC", runtime.NumGoroutine())
}
