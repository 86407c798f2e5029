// a panic value with an Error method is printed through it; a struct value by type and address
package main

import (
	"errors"
	"fmt"
)

func main() {
	type E struct{}
	defer func() { panic(fmt.Errorf("wrapped: %w", errors.New("inner"))) }()
	panic(struct{ x int }{1})
}
