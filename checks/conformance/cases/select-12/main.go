// all channel and send-value expressions are evaluated once, in source order, before choosing
package main

import (
	"fmt"
)

func main() {
	f := func(n string, c chan int) chan int { fmt.Println("chan", n); return c }
	v := func(n string) int { fmt.Println("value", n); return 1 }
	a, b := make(chan int, 1), make(chan int)
	select {
	case f("a", a) <- v("a"):
		fmt.Println("sent")
	case <-f("b", b):
		fmt.Println("recv")
	case f("nil", nil) <- v("nil"):
	}
}
