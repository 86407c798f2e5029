// a panic in Do counts as done; later Do returns at once
package main

import (
	"fmt"
	"sync"
)

func main() {
	var o sync.Once
	func() { defer func() { fmt.Println("rec", recover()) }(); o.Do(func() { panic("p") }) }()
	o.Do(func() { fmt.Println("again") })
	fmt.Println("end")
}
