// setting a channel to nil switches its case off (merge of two channels)
package main

import (
	"fmt"
)

func main() {
	a, b := make(chan int, 2), make(chan int, 1)
	a <- 1
	a <- 2
	b <- 3
	close(a)
	close(b)
	n := 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
			} else {
				n += v
			}
		case v, ok := <-b:
			if !ok {
				b = nil
			} else {
				n += v
			}
		}
	}
	fmt.Println(n)
}
