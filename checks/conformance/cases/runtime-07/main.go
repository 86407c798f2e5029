// wait time is shown in minutes from 1 minute on: "[chan receive, 2 minutes]" (format only; not run to the end)
package main

import (
	"fmt"
)

func main() {
	fmt.Println("goroutine 7 [chan receive, 2 minutes]:")
}
