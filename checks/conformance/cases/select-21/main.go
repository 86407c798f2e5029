// priority must be coded: nested select with default prefers high
package main

import (
	"fmt"
)

func main() {
	hi, lo := make(chan int, 1), make(chan int, 1)
	hi <- 1
	lo <- 2
	select {
	case v := <-hi:
		fmt.Println(v)
	default:
		select {
		case v := <-hi:
			fmt.Println(v)
		case v := <-lo:
			fmt.Println(v)
		}
	}
}
