package main

import "sync"

// Two goroutines send n values to and fro on unbuffered channels: 2n messages.
func pingPong(n int) {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v
		}
	}()
	sum := 0
	for i := range n {
		ping <- i
		sum += <-pong
	}
	close(ping)
	check("ping-pong", sum, n*(n-1)/2)
}

// One goroutine sends n values to another through a buffer.
func buffered(n, capacity int) {
	ch := make(chan int, capacity)
	go func() {
		for i := range n {
			ch <- i
		}
		close(ch)
	}()
	sum := 0
	for v := range ch {
		sum += v
	}
	check("buffered", sum, n*(n-1)/2)
}

// One goroutine hands n values out to workers, another collects their results: 2n messages, counted as n.
func fan(n, workers int) {
	in, out := make(chan int), make(chan int)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for v := range in {
				out <- v + 1
			}
		})
	}
	go func() {
		for i := range n {
			in <- i
		}
		close(in)
		wg.Wait()
		close(out)
	}()
	sum := 0
	for v := range out {
		sum += v
	}
	check("fan", sum, n*(n+1)/2)
}

// Receives n values from each of two senders with a select: 2n messages.
func select2(n int) {
	a, b := make(chan int), make(chan int)
	for _, ch := range []chan int{a, b} {
		go func() {
			for i := range n {
				ch <- i
			}
		}()
	}
	sum := 0
	for range 2 * n {
		select {
		case v := <-a:
			sum += v
		case v := <-b:
			sum += v
		}
	}
	check("select", sum, n*(n-1))
}

// A token goes so many times around a ring of goroutines, each of which adds one.
func ring(size, rounds int) {
	first := make(chan int)
	in := first
	for range size - 1 {
		out := make(chan int)
		go func(in, out chan int) {
			for v := range in {
				out <- v + 1
			}
			close(out)
		}(in, out)
		in = out
	}
	token := 0
	for range rounds {
		first <- token
		token = <-in + 1
	}
	close(first)
	<-in // closed by the last one
	check("ring", token, size*rounds)
}

// The prime sieve: a goroutine for each prime filters its multiples out. When the numbers end, at the last
// prime that is wanted, each filter closes its channel, so that none outlives the repetition.
func sieve(last, primes int) {
	ch := make(chan int)
	go func(out chan<- int) {
		for i := 2; i <= last; i++ {
			out <- i
		}
		close(out)
	}(ch)
	prime := 0
	for range primes {
		prime = <-ch
		out := make(chan int)
		go filter(ch, out, prime)
		ch = out
	}
	for v := range ch {
		check("a number after the last prime", v, 0)
	}
	check("sieve", prime, last)
}

func filter(in <-chan int, out chan<- int, prime int) {
	for i := range in {
		if i%prime != 0 {
			out <- i
		}
	}
	close(out)
}
