// Background: Done is nil, no deadline
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx := context.Background()
	_, ok := ctx.Deadline()
	fmt.Println(ctx.Done() == nil, ctx.Err(), ok, ctx)
}
