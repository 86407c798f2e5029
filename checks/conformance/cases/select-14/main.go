// break leaves the select, not the loop
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int, 3)
	for i := range 3 {
		ch <- i
	}
	close(ch)
	n := 0
	for v := range ch {
		select {
		default:
			if v == 1 {
				break
			}
			n++
		}
	}
	fmt.Println(n)
}
