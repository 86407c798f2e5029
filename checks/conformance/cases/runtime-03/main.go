// Gosched lets others on the same P run first (global queue)
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	for i := range 3 {
		go fmt.Print("g", i, " ")
	}
	runtime.Gosched()
	fmt.Println("main")
}
