// fragment go processLogs()
package main

import "fmt"

var lines = make(chan string)
var done = make(chan int)

func processLogs() {
	n := 0
	for range lines {
		n++
	}
	done <- n
}

func main() {
	go processLogs()
	for i := range 10 {
		lines <- fmt.Sprint("line ", i)
	}
	close(lines)
	fmt.Println(<-done)
}
