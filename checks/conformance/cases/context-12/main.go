// WithoutCancel is not cancelled
package main

import (
	"context"
	"fmt"
)

func main() {
	p, c := context.WithCancel(context.Background())
	w := context.WithoutCancel(p)
	c()
	fmt.Println(w.Err(), w.Done() == nil)
}
