// main goroutine has id 1 in a stack header
package main

import (
	"fmt"
	"runtime"
	"strings"
)

func main() {
	b := make([]byte, 64)
	n := runtime.Stack(b, false)
	fmt.Println(strings.SplitN(string(b[:n]), "\n", 2)[0])
}
