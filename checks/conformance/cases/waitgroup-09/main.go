// panic inside wg.Go ends the program
package main

import (
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { panic("inside") })
	wg.Wait()
}
