// a slow reader of a running ticker finds exactly one kept tick, at once; the others were dropped
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(2 * time.Millisecond)
	time.Sleep(21 * time.Millisecond)
	t.Reset(time.Hour)
	n := 0
	u := time.NewTicker(2 * time.Millisecond)
	time.Sleep(21 * time.Millisecond)
	a := time.Now()
	<-u.C
	fmt.Println(time.Since(a) < time.Millisecond, n)
}
