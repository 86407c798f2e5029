// time.After as timeout
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	select {
	case <-ch:
		fmt.Println("got")
	case <-time.After(2 * time.Millisecond):
		fmt.Println("timeout")
	}
}
