// the same, corrected
package main

import "fmt"

func main() {
	done := make(chan bool)
	go func() {
		fmt.Println("hiiii")
		done <- true
	}()
	<-done
}
