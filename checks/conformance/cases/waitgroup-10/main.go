// misuse: Add concurrent with Wait; text in the source: "sync: WaitGroup misuse: Add called concurrently with Wait" (not hit in 9 runs)
package main

import (
	"fmt"
	"sync"
)

func main() {
	for range 100000 {
		var wg sync.WaitGroup
		go wg.Wait()
		wg.Add(1)
		wg.Done()
	}
	fmt.Println("not hit")
}
