// a panic with an error that wraps the recovered one shows both
package main

import (
	"errors"
	"fmt"
)

func main() {
	defer func() {
		err := recover().(error)
		panic(fmt.Errorf("again: %w", err))
	}()
	panic(errors.New("first"))
}
