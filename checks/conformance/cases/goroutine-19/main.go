// endless recursion: fatal "stack overflow" at 1 GB, exit 2
package main

func main() {
	var f func(int) int
	f = func(n int) int { return f(n+1) + 1 }
	f(0)
}
