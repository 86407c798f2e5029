// the panic value of a channel error is a runtime.Error; its text
package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer func() { r := recover(); _, ok := r.(runtime.Error); fmt.Println(ok, r) }()
	ch := make(chan int)
	close(ch)
	ch <- 1
}
