// defer arguments are evaluated at the defer statement
package main

import (
	"fmt"
)

func main() {
	x := 1
	defer fmt.Println("d", x)
	x = 2
	fmt.Println(x)
}
