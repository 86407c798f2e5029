// unsynchronised write then channel send: visible after receive (happens-before)
package main

import (
	"fmt"
)

func main() {
	x := 0
	ch := make(chan int)
	go func() { x = 1; ch <- 0 }()
	<-ch
	fmt.Println(x)
}
