// LockOSThread nests: as many Unlocks are needed; extra Unlock is harmless
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.LockOSThread()
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	runtime.UnlockOSThread()
	runtime.UnlockOSThread()
	fmt.Println("ok")
}
