// text of close panics through recover
package main

import (
	"fmt"
)

func main() {
	f := func(g func()) { defer func() { fmt.Println(recover()) }(); g() }
	ch := make(chan int)
	close(ch)
	var z chan int
	f(func() { close(ch) })
	f(func() { close(z) })
}
