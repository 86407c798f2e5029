// close happens before a receive that returns zero
package main

import (
	"fmt"
)

func main() {
	x := 0
	ch := make(chan int)
	go func() { x = 1; close(ch) }()
	<-ch
	fmt.Println(x)
}
