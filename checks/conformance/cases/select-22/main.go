// reflect.Select with closed channel: index, zero, ok
package main

import (
	"fmt"
	"reflect"
)

func main() {
	ch := make(chan int)
	close(ch)
	i, v, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)}})
	fmt.Println(i, v, ok)
}
