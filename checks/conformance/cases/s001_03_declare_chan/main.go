// var ch chan int then make
package main

import "fmt"

func main() {
	var ch chan int
	fmt.Println(ch == nil, len(ch), cap(ch))
	ch = make(chan int)
	fmt.Println(ch == nil, len(ch), cap(ch))
}
