// method value: receiver is copied at the go statement
package main

import (
	"fmt"
)

func main() {
	type T struct{ n int }
	t := T{1}
	f := func(t T, c chan int) { c <- t.n }
	c := make(chan int, 1)
	go f(t, c)
	t.n = 2
	fmt.Println(<-c)
}
