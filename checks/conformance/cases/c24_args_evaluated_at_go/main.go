// arguments are evaluated at go
package main

import "fmt"

func main() {
	done := make(chan bool)
	x := 1
	go func(v int) { fmt.Println(v); done <- true }(x)
	x = 2
	<-done
	fmt.Println(x)
}
