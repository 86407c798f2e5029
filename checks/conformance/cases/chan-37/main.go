// print of a channel value and of its type
package main

import (
	"fmt"
)

func main() {
	ch := make(chan<- int)
	fmt.Printf("%T %T %T %v\n", ch, (<-chan string)(nil), make(chan chan int), ch != nil)
}
