// compile error: close of receive-only channel
package main

func main() {
	var r <-chan int
	close(r)
}
