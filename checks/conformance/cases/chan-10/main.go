// a waiting sender is not counted in len of a full buffered channel
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int, 1)
	ch <- 1
	go func() { ch <- 2 }()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(ch))
	fmt.Println(<-ch, <-ch)
}
