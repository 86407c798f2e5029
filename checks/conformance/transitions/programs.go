package main

import (
	"runtime"
	"sync"
	"time"
)

// The same programs, under the same names, are in TransitionsTest.java.
var programs = map[string]func(){
	"ping-pong": func() {
		ping, pong := make(chan int), make(chan int)
		go func() {
			for v := range ping {
				pong <- v
			}
			close(pong)
		}()
		for i := range 5 {
			ping <- i
			<-pong
		}
		close(ping)
		<-pong
	},
	"buffered": func() {
		ch := make(chan int, 2)
		done := make(chan struct{})
		go func() {
			for range ch {
			}
			close(done)
		}()
		for i := range 7 {
			ch <- i
		}
		close(ch)
		<-done
	},
	"full buffer": func() {
		ch := make(chan int, 2)
		for range 4 {
			go func() { ch <- 1 }()
		}
		runtime.Gosched()
		for range 4 {
			<-ch
		}
		runtime.Gosched()
	},
	"waitgroup": func() {
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {})
		}
		wg.Wait()
	},
	"mutex": func() {
		var mu sync.Mutex
		var wg sync.WaitGroup
		mu.Lock()
		for range 2 {
			wg.Go(func() {
				mu.Lock()
				mu.Unlock()
			})
		}
		runtime.Gosched()
		mu.Unlock()
		wg.Wait()
	},
	"rwmutex": func() {
		var mu sync.RWMutex
		var wg sync.WaitGroup
		mu.RLock()
		wg.Go(func() {
			mu.Lock()
			mu.Unlock()
		})
		runtime.Gosched()
		wg.Go(func() {
			mu.RLock()
			mu.RUnlock()
		})
		runtime.Gosched()
		mu.RUnlock()
		wg.Wait()
	},
	"cond": func() {
		var mu sync.Mutex
		cond := sync.NewCond(&mu)
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				mu.Lock()
				cond.Wait()
				mu.Unlock()
			})
		}
		runtime.Gosched()
		mu.Lock()
		cond.Broadcast()
		mu.Unlock()
		wg.Wait()
	},
	"select": func() {
		a, b, quit := make(chan int), make(chan int), make(chan struct{})
		go func() {
			for {
				select {
				case <-a:
				case b <- 1:
				case <-quit:
					return
				}
			}
		}()
		runtime.Gosched()
		a <- 1
		runtime.Gosched()
		<-b
		runtime.Gosched()
		close(quit)
		runtime.Gosched()
	},
	"sleep": func() {
		var wg sync.WaitGroup
		for i := range 3 {
			wg.Go(func() { time.Sleep(time.Duration(30*(i+1)) * time.Millisecond) })
		}
		wg.Wait()
	},
	"timer": func() {
		t := time.NewTimer(20 * time.Millisecond)
		select {
		case <-t.C:
		case <-make(chan int):
		}
		<-time.After(10 * time.Millisecond)
	},
	"gosched": func() {
		var wg sync.WaitGroup
		for range 2 {
			wg.Go(func() {
				for range 3 {
					runtime.Gosched()
				}
			})
		}
		wg.Wait()
	},
	"goexit": func() {
		done := make(chan struct{})
		go func() {
			defer close(done)
			runtime.Goexit()
		}()
		<-done
		runtime.Gosched()
	},
	"nil channel": func() {
		go func() {
			var ch chan int
			<-ch
		}()
		go func() { select {} }()
		runtime.Gosched()
	},
	"chain": func() {
		const n = 4
		first := make(chan int)
		in := first
		for range n {
			out := make(chan int)
			from := in
			go func() { out <- 1 + <-from }()
			in = out
		}
		first <- 0
		<-in
		runtime.Gosched()
	},
}
