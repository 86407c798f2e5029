// receive from nil channel in main
package main

func main() {
	var ch chan int
	<-ch
}
