// Real Go's side of the benchmark. The other peers have the same scenarios under the same names.
//
//	bench SCENARIO PROCS WARM_MS MEASURED_MS
//
// Prints one line of JSON for each result.
package main

import (
	"fmt"
	"maps"
	"os"
	"runtime"
	"slices"
	"strconv"
	"time"
)

// A scenario that is repeated: what one repetition does, and how many operations that is.
type scenario struct {
	ops        int
	repetition func()
}

var repeated = map[string]scenario{
	"ping-pong":     {2 * 10_000, func() { pingPong(10_000) }},
	"buffered-64":   {100_000, func() { buffered(100_000, 64) }},
	"buffered-1024": {100_000, func() { buffered(100_000, 1024) }},
	"fan-8":         {10_000, func() { fan(10_000, 8) }},
	"select-2":      {2 * 10_000, func() { select2(10_000) }},
	"ring-1000":     {1000 * 50, func() { ring(1000, 50) }},
	"spawn-1e5":     {100_000, func() { spawn(100_000) }},
	"spawn-1e6":     {1_000_000, func() { spawn(1_000_000) }},
	"mutex-4":       {4 * 100_000, func() { mutex(100_000, 4) }},
	"gosched":       {2 * 20_000, func() { takeTurns(20_000) }},
}

// Scenarios that measure something else than the time of a repetition, or only a part of it.
var special = map[string]func(measure){
	"parked-bytes": func(measure) { parkedBytes(1_000_000) },
	"sieve-2000":   func(m measure) { m.print("sieve-2000", "ms", m.time(1e6, func() { sieve(17_389, 2000) })) },
	"trace":        func(m measure) { traceOffOn(m, 10_000) },
	"handoff":      handoff,
	"kill-1e5":     func(m measure) { m.print("kill-1e5", "ms", m.repeat(1e6, closeOnParked)) },
}

func main() {
	if len(os.Args) != 5 {
		fail("usage: bench SCENARIO PROCS WARM_MS MEASURED_MS, got %q", os.Args[1:])
	}
	runtime.GOMAXPROCS(number(os.Args[2]))
	m := measure{milliseconds(os.Args[3]), milliseconds(os.Args[4])}
	name := os.Args[1]
	if s, ok := repeated[name]; ok {
		m.print(name, "ns", m.time(s.ops, s.repetition))
	} else if run, ok := special[name]; ok {
		run(m)
	} else {
		names := slices.Concat(slices.Collect(maps.Keys(repeated)), slices.Collect(maps.Keys(special)))
		slices.Sort(names)
		fail("no scenario %q; there are %v", name, names)
	}
}

func milliseconds(s string) time.Duration {
	return time.Duration(number(s)) * time.Millisecond
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		fail("want a number, got %q", s)
	}
	return n
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...)
	os.Exit(2)
}

func check(what string, got, want int) {
	if got != want {
		fail("%s: got %d, want %d", what, got, want)
	}
}
