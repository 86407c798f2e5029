// nil value through a channel of interface type is an ordinary value
package main

import (
	"fmt"
)

func main() {
	ch := make(chan any, 1)
	ch <- nil
	v, ok := <-ch
	fmt.Println(v, ok)
}
