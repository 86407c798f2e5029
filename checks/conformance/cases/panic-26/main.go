// a run-time error, recovered and wrapped twice, is shown with both
package main

import "fmt"

func main() {
	defer func() {
		defer func() {
			panic(fmt.Errorf("third: %w", recover().(error)))
		}()
		panic(fmt.Errorf("second: %w", recover().(error)))
	}()
	zero := 0
	fmt.Println(1 / zero)
}
