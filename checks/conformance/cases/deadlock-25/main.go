// Goexit from main: others continue; then the program ends with the deadlock error
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	go func() { time.Sleep(5 * time.Millisecond); fmt.Println("other done") }()
	runtime.Goexit()
}
