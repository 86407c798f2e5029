// compile error: range over send-only channel
package main

func main() {
	var s chan<- int
	for range s {
	}
}
