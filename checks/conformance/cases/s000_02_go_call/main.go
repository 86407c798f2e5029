// fragment go myFunc()
package main

import "fmt"

var done = make(chan struct{})

func myFunc() { fmt.Println("myFunc"); close(done) }

func main() {
	go myFunc()
	<-done
}
