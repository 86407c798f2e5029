// others wait until the first Do has finished
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var o sync.Once
	var x atomic.Int32
	go o.Do(func() { time.Sleep(10 * time.Millisecond); x.Store(1) })
	time.Sleep(2 * time.Millisecond)
	o.Do(func() {})
	fmt.Println(x.Load())
}
