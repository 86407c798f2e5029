// started goroutine is not run at once on one P (GOMAXPROCS(1)): main continues first
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	go fmt.Println("g")
	fmt.Println("main")
	runtime.Gosched()
}
