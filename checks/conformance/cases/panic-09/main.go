// defers run last in first out, also during a panic
package main

import (
	"fmt"
)

func main() {
	defer func() { recover() }()
	for i := range 3 {
		defer fmt.Println("d", i)
	}
	panic("x")
}
