// results of a go call are discarded
package main

import (
	"fmt"
)

func main() {
	f := func() int { return 1 }
	go f()
	fmt.Println("ok")
}
