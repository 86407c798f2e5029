// Stop does not close the channel
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(time.Hour)
	t.Stop()
	select {
	case _, ok := <-t.C:
		fmt.Println("got", ok)
	default:
		fmt.Println("blocked")
	}
}
