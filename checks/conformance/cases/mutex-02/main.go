// fatal Unlock cannot be recovered
package main

import (
	"fmt"
	"sync"
)

func main() {
	defer func() { fmt.Println("rec", recover()) }()
	var mu sync.Mutex
	mu.Unlock()
}
