// FIFO: with a full buffer, receive takes the head and the waiting sender's value goes to the tail
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	go func() { ch <- 3 }()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(<-ch, len(ch), <-ch, <-ch)
}
