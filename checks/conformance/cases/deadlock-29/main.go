// a busy goroutine hides the deadlock of main (exit here by os.Exit)
package main

import (
	"os"
	"time"
)

func main() {
	go func() {
		for i := 0; i < 3; i++ {
			time.Sleep(time.Millisecond)
		}
		os.Exit(4)
	}()
	select {}
}
