// Goexit from main while another goroutine is blocked: the ordinary deadlock text (some goroutine is left), without goroutine 1
package main

import (
	"runtime"
)

func main() {
	ch := make(chan int)
	go func() { <-ch }()
	runtime.Goexit()
}
