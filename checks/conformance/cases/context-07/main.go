// WithTimeoutCause
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ctx, c := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("slow"))
	defer c()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
}
