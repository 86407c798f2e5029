// values survive cancel; Cause of an uncancelled context is nil
package main

import (
	"context"
	"fmt"
)

func main() {
	c, f := context.WithCancel(context.WithValue(context.Background(), 1, "v"))
	fmt.Println(context.Cause(c))
	f()
	fmt.Println(c.Value(1))
}
