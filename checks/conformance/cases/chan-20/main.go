// channels are comparable; equal when made by the same make
package main

import (
	"fmt"
)

func main() {
	a := make(chan int)
	b := make(chan int)
	c := a
	fmt.Println(a == b, a == c)
}
