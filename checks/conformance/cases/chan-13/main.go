// waiting senders are served first come first served
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	for i := range 3 {
		go func() { ch <- i }()
		time.Sleep(2 * time.Millisecond)
	}
	fmt.Println(<-ch, <-ch, <-ch)
}
