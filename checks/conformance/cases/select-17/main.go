// select can send and receive on the same channel; never with itself
package main

func main() {
	ch := make(chan int)
	select {
	case ch <- 1:
	case <-ch:
	}
}
