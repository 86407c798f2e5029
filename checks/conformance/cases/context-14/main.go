// earlier parent deadline wins
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	p, c := context.WithTimeout(context.Background(), 2*time.Millisecond)
	defer c()
	q, d := context.WithTimeout(p, time.Hour)
	defer d()
	<-q.Done()
	fmt.Println(q.Err())
}
