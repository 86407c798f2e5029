// stacks grow
package main

import "fmt"

func deep(n int) int {
	var pad [64]byte
	pad[n%64] = 1
	if n == 0 {
		return int(pad[0])
	}
	return deep(n-1) + int(pad[1])*0
}

func main() {
	done := make(chan int)
	go func() { done <- deep(1_000_000) }()
	fmt.Println("depth 1000000 ok", <-done)
}
