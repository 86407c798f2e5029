// several ready cases: uniform pseudo-random choice (two cases, 10000 rounds; each within 45..55 %)
package main

import (
	"fmt"
)

func main() {
	a, b := make(chan int), make(chan int)
	close(a)
	close(b)
	n := 0
	for range 10000 {
		select {
		case <-a:
			n++
		case <-b:
		}
	}
	fmt.Println(n > 4500 && n < 5500)
}
