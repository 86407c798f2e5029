// fatal error cannot be recovered and deferred calls do not run
package main

import (
	"fmt"
)

func main() {
	defer fmt.Println("deferred")
	defer func() { recover() }()
	ch := make(chan int)
	<-ch
}
