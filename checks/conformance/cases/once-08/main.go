// OnceValues keeps both results
package main

import (
	"errors"
	"fmt"
	"sync"
)

func main() {
	f := sync.OnceValues(func() (int, error) { fmt.Println("run"); return 1, errors.New("e") })
	fmt.Println(f())
	fmt.Println(f())
}
