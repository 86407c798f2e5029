// LoadOrStore, LoadAndDelete, Range, Clear
package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	fmt.Println(m.LoadOrStore("a", 1))
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadAndDelete("a"))
	fmt.Println(m.Load("a"))
	m.Store("b", 1)
	m.Clear()
	n := 0
	m.Range(func(k, v any) bool { n++; return true })
	fmt.Println(n)
}
