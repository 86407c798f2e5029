// AfterFunc runs after cancel in its own goroutine; stop returns false then
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, c := context.WithCancel(context.Background())
	d := make(chan int)
	stop := context.AfterFunc(ctx, func() { close(d) })
	c()
	<-d
	fmt.Println(stop())
}
