// closed channel is always ready in a receive case
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int)
	close(ch)
	select {
	case v, ok := <-ch:
		fmt.Println(v, ok)
	default:
		fmt.Println("default")
	}
}
