// re-panic of a run-time error that was recovered
package main

import "fmt"

func main() {
	zero := 0
	defer func() { panic(recover()) }()
	fmt.Println(1 / zero)
}
