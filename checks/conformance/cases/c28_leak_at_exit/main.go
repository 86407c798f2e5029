// worker left behind (s000-04 with main alive)
package main

import (
	"fmt"
	"runtime"
	"time"
)

func worker(ch chan int) {
	for i := 0; i < 5; i++ {
		ch <- i
	}
}

func main() {
	ch := make(chan int)
	go worker(ch)
	for i := 0; i < 3; i++ {
		fmt.Println("Main:", <-ch)
	}
	time.Sleep(10 * time.Millisecond)
	fmt.Println("goroutines", runtime.NumGoroutine())
}
