// compile error: go needs a call
package main

func main() {
	go func() {}
}
