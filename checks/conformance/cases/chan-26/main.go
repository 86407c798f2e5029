// value expression of a send to nil channel is evaluated before it blocks
package main

import (
	"fmt"
)

func main() {
	var ch chan int
	g := func() int { fmt.Println("value"); return 1 }
	ch <- g()
}
