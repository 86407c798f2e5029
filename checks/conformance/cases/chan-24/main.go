// chan struct{} of any size: zero-size elements
package main

import (
	"fmt"
)

func main() {
	ch := make(chan struct{}, 1000)
	for range 1000 {
		ch <- struct{}{}
	}
	fmt.Println(len(ch))
}
