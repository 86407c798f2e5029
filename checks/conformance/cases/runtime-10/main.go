// every 61st goroutine that a P runs comes from the global queue, where Gosched puts its caller
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	ran := 0
	for range 200 {
		go func() { ran++ }()
	}
	runtime.Gosched()
	first := ran
	runtime.Gosched()
	fmt.Println(ran - first)
}
