// cancel after the deadline keeps the first error
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, c := context.WithTimeout(context.Background(), time.Millisecond)
	<-ctx.Done()
	c()
	fmt.Println(ctx.Err())
}
