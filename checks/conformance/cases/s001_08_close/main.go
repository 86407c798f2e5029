// close(ch)
package main

import "fmt"

func main() {
	ch := make(chan int)
	close(ch)
	_, ok := <-ch
	fmt.Println(ok)
}
