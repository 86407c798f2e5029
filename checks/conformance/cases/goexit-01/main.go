// runs defers, recover sees nil
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan int)
	go func() {
		defer close(done)
		defer func() { fmt.Println("rec", recover()) }()
		runtime.Goexit()
		fmt.Println("never")
	}()
	<-done
}
