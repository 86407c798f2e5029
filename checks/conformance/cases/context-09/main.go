// Value walks up; missing is nil
package main

import (
	"context"
	"fmt"
)

func main() {
	type k string
	ctx := context.WithValue(context.Background(), k("a"), 1)
	ctx = context.WithValue(ctx, k("b"), 2)
	fmt.Println(ctx.Value(k("a")), ctx.Value(k("b")), ctx.Value(k("c")), ctx.Value("a"))
}
