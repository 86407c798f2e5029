// send to a nil channel
package main

func main() {
	var ch chan int
	ch <- 1
}
