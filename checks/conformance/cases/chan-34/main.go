// makechan with a too large size panics
package main

func main() {
	n := 1 << 62
	_ = make(chan int64, n)
}
