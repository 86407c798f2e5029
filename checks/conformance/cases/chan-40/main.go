// producer-consumer with prints: possible are s0 then {s1, r0} in both orders, then r1; one order dominates
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int)
	go func() {
		for i := range 2 {
			fmt.Print("s", i, " ")
			ch <- i
		}
		close(ch)
	}()
	for v := range ch {
		fmt.Print("r", v, " ")
	}
	fmt.Println()
}
