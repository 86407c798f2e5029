// log.Fatal style: os.Exit(1)
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "fatal")
	os.Exit(1)
}
