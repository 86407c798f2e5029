// may be reused after Wait has returned
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go wg.Done()
		wg.Wait()
		fmt.Println("round", i)
	}
}
