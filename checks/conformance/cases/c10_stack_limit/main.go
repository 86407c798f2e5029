// 1 GB stack limit
package main

import "fmt"

func f(n int) int { return f(n+1) + 1 }

func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	fmt.Println(f(0))
}
