// select with a single receive case and no default is compiled to a plain receive: the wait reason is [chan receive], not [select]
package main

func main() {
	ch := make(chan int)
	select {
	case <-ch:
	}
}
