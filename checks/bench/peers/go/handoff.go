package main

import (
	"runtime"
	"syscall"
	"time"
)

// A goroutine blocks its thread, in a system call, while another waits for the processor: how long until the
// other runs? It is to be run with GOMAXPROCS=1.
//
// "idle": the program has just slept, so the watchman looks often. "running": it has run for a while.
func handoff(m measure) {
	var pipe [2]int
	if err := syscall.Pipe(pipe[:]); err != nil {
		fail("pipe: %v", err)
	}
	sleeping := syscall.Timespec{Nsec: (20 * time.Millisecond).Nanoseconds()}
	sleep := func() { syscall.Nanosleep(&sleeping, nil) }
	read := func() { syscall.Read(pipe[0], make([]byte, 1)) }
	write := func() { syscall.Write(pipe[1], []byte{1}) }
	for _, before := range []struct {
		name string
		run  func()
	}{{"idle", idle}, {"running", running}} {
		latency := func(block, unblock func()) samples {
			return m.repeat(1e3, func() time.Duration {
				before.run()
				return untilOtherRuns(block, unblock)
			})
		}
		m.print("handoff-announced-"+before.name, "us", latency(sleep, func() {}))
		m.print("handoff-fifo-"+before.name, "us", latency(read, write))
	}
}

func idle() { time.Sleep(5 * time.Millisecond) }

func running() {
	for begin := time.Now(); time.Since(begin) < 30*time.Millisecond; {
		runtime.Gosched()
	}
}

func untilOtherRuns(block, unblock func()) time.Duration {
	ran := make(chan time.Time, 1)
	go func() {
		ran <- time.Now()
		unblock()
	}()
	begin := time.Now()
	block()
	return (<-ran).Sub(begin)
}
