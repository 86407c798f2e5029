// runs once
package main

import (
	"fmt"
	"sync"
)

func main() {
	var o sync.Once
	for range 3 {
		o.Do(func() { fmt.Println("once") })
	}
}
