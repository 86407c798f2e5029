// two goroutines that add to one variable without a lock
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	counter := 0
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 1000 {
				counter++
			}
		}()
	}
	wg.Wait()
	fmt.Println("from 2 to 2000:", counter >= 2 && counter <= 2000)
}
