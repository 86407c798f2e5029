// partial deadlock is not reported while a timer is pending (here it ends after the timer)
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() { <-ch }()
	<-time.After(20 * time.Millisecond)
	fmt.Println("timer fired")
}
