// uncaught runtime error: text with "goroutine 1 [running]" and exit 2
package main

import (
	"fmt"
)

func main() {
	a := []int{1}
	i := 5
	fmt.Println(a[i])
}
