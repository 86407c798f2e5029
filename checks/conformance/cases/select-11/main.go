// order of cases in the text gives no priority (three ready cases, each 28..39 %)
package main

import (
	"fmt"
)

func main() {
	a := make(chan int)
	close(a)
	var n [3]int
	for range 10000 {
		select {
		case <-a:
			n[0]++
		case <-a:
			n[1]++
		case <-a:
			n[2]++
		}
	}
	ok := true
	for _, x := range n {
		ok = ok && x > 2800 && x < 3900
	}
	fmt.Println(ok)
}
