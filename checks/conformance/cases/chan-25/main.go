// send evaluates channel and value before blocking, channel first
package main

import (
	"fmt"
)

func main() {
	f := func() chan int { fmt.Println("chan"); return make(chan int, 1) }
	g := func() int { fmt.Println("value"); return 1 }
	f() <- g()
}
