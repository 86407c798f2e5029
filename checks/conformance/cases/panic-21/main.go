// a value that is recovered and panicked twice is shown once
package main

func main() {
	defer func() { panic(recover()) }()
	defer func() { panic(recover()) }()
	panic("same")
}
