// shorthand make
package main

import "fmt"

func main() {
	ch := make(chan int)
	fmt.Println(ch != nil, len(ch), cap(ch))
}
