// send to nil channel in main: deadlock with its own wait reason
package main

func main() {
	var ch chan int
	ch <- 1
}
