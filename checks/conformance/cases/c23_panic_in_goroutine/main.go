// panic in a goroutine ends the program
package main

import "time"

func main() {
	go func() { panic("boom") }()
	time.Sleep(time.Second)
}
