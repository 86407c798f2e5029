// After fires once
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := time.After(5 * time.Millisecond)
	<-ch
	select {
	case <-ch:
		fmt.Println("again")
	default:
		fmt.Println("once")
	}
}
