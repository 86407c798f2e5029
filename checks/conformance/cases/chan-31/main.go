// compile error: receive from send-only channel
package main

func main() {
	var s chan<- int
	<-s
}
