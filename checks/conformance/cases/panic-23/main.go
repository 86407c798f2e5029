// lines of a value are indented
package main

func main() {
	defer func() { panic(recover()) }()
	panic("two\nlines")
}
