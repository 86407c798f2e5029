// a blocked main with a live ticker never counts as deadlock (stopped here by exit)
package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	t := time.NewTicker(time.Hour)
	_ = t
	go func() { time.Sleep(20 * time.Millisecond); fmt.Println("still waiting"); os.Exit(3) }()
	select {}
}
