// WithCancelCause and Cause
package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	ctx, c := context.WithCancelCause(context.Background())
	c(errors.New("why"))
	fmt.Println(ctx.Err(), context.Cause(ctx))
	c(errors.New("late"))
	fmt.Println(context.Cause(ctx))
}
