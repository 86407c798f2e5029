// only the crashed goroutine is printed by default (GOTRACEBACK=single), then "exit status 2"
package main

import (
	"time"
)

func main() {
	go func() { select {} }()
	time.Sleep(2 * time.Millisecond)
	panic("only me")
}
