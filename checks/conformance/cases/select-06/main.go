// send case on a closed channel panics when chosen
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int)
	close(ch)
	select {
	case ch <- 1:
	default:
		fmt.Println("default")
	}
}
