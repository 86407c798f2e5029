// receive from a closed empty channel: zero value, ok=false, for ever
package main

import (
	"fmt"
)

func main() {
	ch := make(chan string)
	close(ch)
	v, ok := <-ch
	fmt.Printf("%q %v\n", v, ok)
	v, ok = <-ch
	fmt.Printf("%q %v\n", v, ok)
}
