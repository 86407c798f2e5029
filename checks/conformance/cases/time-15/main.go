// Duration prints
package main

import (
	"fmt"
	"time"
)

func main() {
	fmt.Println(1500*time.Millisecond, 90*time.Second, 250*time.Microsecond, time.Duration(0))
}
