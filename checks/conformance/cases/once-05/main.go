// OnceFunc re-panics with the same value each time
package main

import (
	"fmt"
	"sync"
)

func main() {
	f := sync.OnceFunc(func() { fmt.Println("run"); panic("p") })
	for range 2 {
		func() { defer func() { fmt.Println(recover()) }(); f() }()
	}
}
