// panic with int, and with a custom type
package main

import (
	"fmt"
)

func main() {
	type T struct{ a int }
	defer func() { fmt.Println(recover()); panic(42) }()
	panic(T{1})
}
