// waiting receivers are served first come first served
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	res := make(chan string, 3)
	for i := range 3 {
		go func() { v := <-ch; res <- fmt.Sprint("r", i, "=", v) }()
		time.Sleep(2 * time.Millisecond)
	}
	for v := range 3 {
		ch <- v
		fmt.Println(<-res)
	}
}
