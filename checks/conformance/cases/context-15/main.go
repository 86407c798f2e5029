// DeadlineExceeded has Timeout() true; text forms of contexts
package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	var te interface{ Timeout() bool }
	fmt.Println(errors.As(context.DeadlineExceeded, &te) && te.Timeout())
	c, f := context.WithCancel(context.TODO())
	defer f()
	fmt.Println(c)
}
