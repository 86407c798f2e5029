// element copy: later change of the variable is not seen
package main

import (
	"fmt"
)

func main() {
	ch := make(chan [2]int, 1)
	a := [2]int{1, 2}
	ch <- a
	a[0] = 9
	fmt.Println(<-ch)
}
