// a panic in a deferred call of a panic, recovered and panicked again
package main

func main() {
	defer func() {
		defer func() { panic(recover()) }()
		panic("second")
	}()
	panic("first")
}
