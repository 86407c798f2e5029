// os.Exit ends at once, no defers
package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	defer fmt.Println("deferred")
	go func() { time.Sleep(time.Hour) }()
	os.Exit(3)
}
