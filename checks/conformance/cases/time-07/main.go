// NewTicker with non-positive interval panics
package main

import (
	"time"
)

func main() {
	time.NewTicker(0)
}
