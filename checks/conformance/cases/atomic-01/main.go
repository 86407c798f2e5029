// Add returns the new value; CompareAndSwap; Swap returns old
package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var n atomic.Int64
	fmt.Println(n.Add(5), n.CompareAndSwap(5, 7), n.CompareAndSwap(5, 8), n.Swap(1), n.Load())
}
