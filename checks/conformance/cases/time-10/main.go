// Sleep of zero or negative returns at once
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Now()
	time.Sleep(-time.Hour)
	time.Sleep(0)
	fmt.Println(time.Since(t) < time.Second)
}
