// Timer.Stop: true when it stops a pending timer, false when it already fired or was stopped
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	u := time.NewTimer(0)
	<-u.C
	fmt.Println(u.Stop())
}
