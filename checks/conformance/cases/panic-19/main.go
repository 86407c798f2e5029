// re-panic of an error that was recovered
package main

import "errors"

func main() {
	defer func() { panic(recover()) }()
	panic(errors.New("boom"))
}
