// nil parent panics
package main

import (
	"context"
)

func main() {
	context.WithCancel(nil)
}
