// text and exit code of a plain panic
package main

func main() {
	panic("boom")
}
