// a blocked goroutine lets others run on its thread
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	block := make(chan int)
	done := make(chan int)
	go func() { fmt.Println("A blocks"); v := <-block; fmt.Println("A got", v); done <- 1 }()
	go func() { fmt.Println("B runs while A is blocked"); block <- 7; done <- 2 }()
	<-done
	<-done
	fmt.Println("main done")
}
