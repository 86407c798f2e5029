// close makes a waiting sender panic in the sender's goroutine
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	res := make(chan any)
	go func() { defer func() { res <- recover() }(); ch <- 1 }()
	time.Sleep(5 * time.Millisecond)
	close(ch)
	fmt.Println(<-res)
}
