// the same ready channel in two cases: each about half
package main

import (
	"fmt"
)

func main() {
	a := make(chan int)
	close(a)
	n := 0
	for range 10000 {
		select {
		case <-a:
			n++
		case <-a:
		}
	}
	fmt.Println(n > 4500 && n < 5500)
}
