// misuse: reused before previous Wait has returned (provoked, 1 run in 6 of 200000 tries each); the text
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	for range 200000 {
		var wg sync.WaitGroup
		wg.Add(1)
		go func() { wg.Wait() }()
		go func() { wg.Wait() }()
		runtime.Gosched()
		wg.Done()
		wg.Add(1)
		wg.Done()
	}
	fmt.Println("not hit")
}
