// go with a nil func value: fatal error raised in the goroutine that executes the go statement
package main

import (
	"time"
)

func main() {
	var f func()
	go f()
	time.Sleep(10 * time.Millisecond)
}
