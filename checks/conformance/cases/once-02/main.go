// another function is not run either
package main

import (
	"fmt"
	"sync"
)

func main() {
	var o sync.Once
	o.Do(func() { fmt.Println("a") })
	o.Do(func() { fmt.Println("b") })
}
