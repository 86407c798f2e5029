// directional conversion keeps identity
package main

import (
	"fmt"
)

func main() {
	a := make(chan int, 1)
	var s chan<- int = a
	var r <-chan int = a
	s <- 5
	fmt.Println(<-r)
}
