// empty select
package main

func main() {
	select {}
}
