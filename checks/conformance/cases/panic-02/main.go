// panic with an error value
package main

import (
	"errors"
)

func main() {
	panic(errors.New("bad"))
}
