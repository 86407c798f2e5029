// range over nil channel in main
package main

func main() {
	var ch chan int
	for range ch {
	}
}
