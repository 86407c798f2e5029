// parent cancel reaches children; child cancel does not reach the parent
package main

import (
	"context"
	"fmt"
)

func main() {
	p, pc := context.WithCancel(context.Background())
	ch, cc := context.WithCancel(p)
	cc()
	fmt.Println(p.Err(), ch.Err())
	d, dc := context.WithCancel(p)
	defer dc()
	pc()
	<-d.Done()
	fmt.Println(d.Err())
}
