// AfterFunc runs in its own goroutine; Stop true prevents it
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	c := make(chan int)
	time.AfterFunc(time.Millisecond, func() { c <- runtime.NumGoroutine() })
	fmt.Println(<-c)
	t := time.AfterFunc(time.Hour, func() {})
	fmt.Println(t.Stop(), t.C == nil)
}
