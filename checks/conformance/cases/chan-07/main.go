// len and cap of nil channel are 0
package main

import (
	"fmt"
)

func main() {
	var ch chan int
	fmt.Println(len(ch), cap(ch), ch == nil)
}
