// AfterFunc stop before cancel
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, c := context.WithCancel(context.Background())
	stop := context.AfterFunc(ctx, func() { fmt.Println("never") })
	fmt.Println(stop(), stop())
	c()
	time.Sleep(2 * time.Millisecond)
}
