// recover in main does not catch a panic in another goroutine
package main

import (
	"fmt"
	"time"
)

func main() {
	defer func() { fmt.Println("rec", recover()) }()
	go func() { panic("boom") }()
	time.Sleep(time.Second)
}
