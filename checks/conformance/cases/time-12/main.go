// a pending timer channel is not ready: default is taken
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := time.After(time.Hour)
	select {
	case <-ch:
		fmt.Println("ready")
	default:
		fmt.Println("not ready")
	}
}
