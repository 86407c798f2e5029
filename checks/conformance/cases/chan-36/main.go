// receive as expression inside a call: operands left to right
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	fmt.Println(<-ch+<-ch*10, <-ch)
}
