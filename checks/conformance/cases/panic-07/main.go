// repanic of the same value is marked (1.26: [recovered, repanicked])
package main

func main() {
	defer func() { panic(recover()) }()
	panic("same")
}
