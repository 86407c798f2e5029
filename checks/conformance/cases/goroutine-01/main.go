// main does not wait
package main

import (
	"fmt"
	"time"
)

func main() {
	go func() { time.Sleep(time.Hour); fmt.Println("never") }()
	fmt.Println("main ends")
}
