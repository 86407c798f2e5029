// DownGrade does not exist: a writer cannot RLock before Unlock (self deadlock)
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	mu.Lock()
	fmt.Println(mu.TryRLock())
}
