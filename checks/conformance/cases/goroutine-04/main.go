// a panic in a goroutine ends the whole program, exit 2, naming the goroutine and its creator
package main

import (
	"fmt"
	"time"
)

func main() {
	go func() { panic("boom") }()
	time.Sleep(time.Second)
	fmt.Println("never")
}
