// since 1.23: after Stop no tick stays readable, even if ticks fired before (a never-read ticker gives 0)
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(2 * time.Millisecond)
	time.Sleep(21 * time.Millisecond)
	t.Stop()
	n := 0
	for {
		select {
		case <-t.C:
			n++
			continue
		default:
		}
		break
	}
	fmt.Println(n)
}
