// main returns while another goroutine is blocked: no report, exit 0
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() { <-ch }()
	time.Sleep(5 * time.Millisecond)
	fmt.Println("bye")
}
