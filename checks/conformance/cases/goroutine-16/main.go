// closure variable is shared, not copied
package main

import (
	"fmt"
)

func main() {
	x := 1
	d := make(chan int)
	go func() { x++; d <- 1 }()
	<-d
	fmt.Println(x)
}
