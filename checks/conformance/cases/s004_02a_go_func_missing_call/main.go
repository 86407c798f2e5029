// compile error: a function literal after go must be called

//go:build ignore_does_not_compile

package main

import "fmt"

func main() {
	go func() {
		fmt.Println("hiiii")
	}
}
