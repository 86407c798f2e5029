// Caller sees NumCPU >= 1 and GOMAXPROCS default at least 1
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.NumCPU() >= 1, runtime.GOMAXPROCS(0) >= 1)
}
