// Goexit from main with no other goroutine
package main

import (
	"runtime"
)

func main() {
	runtime.Goexit()
}
