// a panic after one that was recovered is shown alone
package main

import "fmt"

func careful() {
	defer func() { fmt.Println("recovered", recover()) }()
	panic("first")
}

func main() {
	careful()
	panic("second")
}
