// compile error: send on receive-only channel
package main

func main() {
	var r <-chan int
	r <- 1
}
