// value expression that panics: channel untouched
package main

import (
	"fmt"
)

func main() {
	ch := make(chan int, 1)
	func() { defer func() { fmt.Println(recover(), len(ch)) }(); ch <- func() int { panic("v") }() }()
}
