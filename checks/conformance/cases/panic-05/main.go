// re-panic shows both
package main

import (
	"fmt"
)

func main() {
	defer func() { r := recover(); panic(fmt.Sprint("again ", r)) }()
	panic("first")
}
