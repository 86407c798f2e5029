// labelled break leaves the loop
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int, 3)
	for i := range 3 {
		ch <- i
	}
	n := 0
L:
	for {
		select {
		case v := <-ch:
			if v == 1 {
				break L
			}
			n++
		}
	}
	fmt.Println(n, len(ch))
}
