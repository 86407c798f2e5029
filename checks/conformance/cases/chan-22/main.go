// channel of channels
package main

import (
	"fmt"
)

func main() {
	c := make(chan chan int, 1)
	d := make(chan int, 1)
	c <- d
	(<-c) <- 9
	fmt.Println(<-d)
}
