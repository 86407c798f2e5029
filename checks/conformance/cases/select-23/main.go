// many ready cases (16): every case is chosen in 2000 rounds
package main

import (
	"fmt"
	"reflect"
)

func main() {
	a := make(chan int)
	close(a)
	m := map[int]bool{}
	for range 2000 {
		cs := make([]reflect.SelectCase, 16)
		for i := range cs {
			cs[i] = reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(a)}
		}
		i, _, _ := reflect.Select(cs)
		m[i] = true
	}
	fmt.Println(len(m))
}
