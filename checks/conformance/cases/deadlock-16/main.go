// two goroutines, both blocked: all are listed, main first
package main

func main() {
	ch := make(chan int)
	go func() { ch <- 1; ch <- 2 }()
	<-ch
	select {}
}
