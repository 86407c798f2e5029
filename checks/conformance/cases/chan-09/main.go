// unbuffered channel: len and cap always 0, even with a waiting sender
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() { ch <- 1 }()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(ch), cap(ch))
	<-ch
}
