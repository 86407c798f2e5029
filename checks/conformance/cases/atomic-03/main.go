// And and Or return the old value (1.23+)
package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var n atomic.Uint32
	n.Store(6)
	fmt.Println(n.And(3), n.Or(8), n.Load())
}
