// Do(nil func) panics with nil dereference
package main

import (
	"sync"
)

func main() {
	var o sync.Once
	o.Do(nil)
}
