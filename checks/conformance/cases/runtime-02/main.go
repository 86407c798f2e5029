// GOMAXPROCS(n) returns the previous setting; n<1 does not change it
package main

import (
	"fmt"
	"runtime"
)

func main() {
	p := runtime.GOMAXPROCS(3)
	_ = p
	fmt.Println(runtime.GOMAXPROCS(2), runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-5), runtime.GOMAXPROCS(0))
}
