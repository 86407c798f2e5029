package main

import (
	"io"
	"runtime/trace"
	"time"
)

// Ping-pong without and with the execution tracer, in turns. Starting and stopping it is not measured.
func traceOffOn(m measure, n int) {
	off := func() time.Duration {
		begin := time.Now()
		pingPong(n)
		return time.Since(begin)
	}
	on := func() time.Duration {
		if err := trace.Start(io.Discard); err != nil {
			fail("trace: %v", err)
		}
		defer trace.Stop()
		return off()
	}
	m.print("trace-off", "ns", m.repeat(float64(2*n), off))
	m.print("trace-on", "ns", m.repeat(float64(2*n), on))
}
