// since 1.23 the timer channel is unbuffered in view: len and cap are 0
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Millisecond)
	time.Sleep(10 * time.Millisecond)
	fmt.Println(len(t.C), cap(t.C))
}
