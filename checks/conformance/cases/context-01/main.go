// WithCancel: Done closes, Err text
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	fmt.Println(ctx.Err())
	cancel()
	cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), ctx.Err() == context.Canceled)
}
