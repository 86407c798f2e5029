// the negative-counter panic value is a string
package main

import (
	"fmt"
	"sync"
)

func main() {
	defer func() { fmt.Printf("%T %v\n", recover(), "x") }()
	var wg sync.WaitGroup
	wg.Done()
}
