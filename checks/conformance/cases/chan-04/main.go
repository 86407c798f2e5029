// make with a negative size panics (runtime value)
package main

func main() {
	n := -1
	_ = make(chan int, n)
}
