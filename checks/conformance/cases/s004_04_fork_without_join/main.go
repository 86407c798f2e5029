// fork join model: fork without join
package main

import "fmt"

func main() {
	sayHello := func() {
		fmt.Println("hello")
	}
	go sayHello()
	fmt.Println("other things")
}
