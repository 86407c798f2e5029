// no deadlock report while one goroutine still sleeps; it can wake main
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() { time.Sleep(10 * time.Millisecond); ch <- 1 }()
	fmt.Println(<-ch)
}
