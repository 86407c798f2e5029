// deadlock is reported as soon as the last timer is gone
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	time.AfterFunc(10*time.Millisecond, func() { fmt.Println("fired") })
	<-ch
}
