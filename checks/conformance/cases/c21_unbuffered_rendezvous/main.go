// the sender waits for the receiver
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	var sent bool
	go func() { ch <- 1; sent = true; ch <- 2 }()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("before receive: sent =", sent) // not a race: the receive orders it
	fmt.Println(<-ch)
	fmt.Println(<-ch)
	fmt.Println("after second receive: sent =", sent)
}
