// timeout in the past is done at once
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, c := context.WithTimeout(context.Background(), -1)
	defer c()
	fmt.Println(ctx.Err())
}
