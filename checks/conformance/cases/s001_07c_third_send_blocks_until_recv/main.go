// the third send waits until a receive makes room
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	third := make(chan struct{})
	ch <- 1
	ch <- 2
	go func() { ch <- 3; close(third) }()
	select {
	case <-third:
		fmt.Println("third done early")
	default:
		fmt.Println("third send pending, len", len(ch))
	}
	fmt.Println(<-ch)
	<-third
	fmt.Println("third send done, len", len(ch))
	fmt.Println(<-ch, <-ch)
}
