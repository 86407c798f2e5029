// range over a channel being closed by another goroutine
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range 3 {
			ch <- i
		}
	}()
	s := 0
	for v := range ch {
		s += v
	}
	fmt.Println(s)
}
