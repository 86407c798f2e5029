package main

import (
	"fmt"
	"slices"
	"time"
)

// How long a scenario is repeated before its repetitions count, and how long then.
type measure struct {
	warm, measured time.Duration
}

// What the repetitions took, per operation, and what the very first took.
type samples struct {
	first float64
	all   []float64
}

// Repeats what measures itself, and gives its results in a unit of so many nanoseconds.
func (m measure) repeat(unit float64, repetition func() time.Duration) samples {
	once := func() float64 { return float64(repetition().Nanoseconds()) / unit }
	begin := time.Now()
	s := samples{first: once()}
	for time.Since(begin) < m.warm {
		once()
	}
	for begin = time.Now(); len(s.all) == 0 || time.Since(begin) < m.measured; {
		s.all = append(s.all, once())
	}
	return s
}

// Times repetitions of ops operations.
func (m measure) time(ops int, repetition func()) samples {
	return m.repeat(float64(ops), func() time.Duration {
		begin := time.Now()
		repetition()
		return time.Since(begin)
	})
}

func (m measure) print(name, unit string, s samples) {
	slices.Sort(s.all)
	at := func(share float64) float64 { return s.all[int(share*float64(len(s.all)-1))] }
	fmt.Printf(`{"scenario":%q,"unit":%q,"repetitions":%d,"first":%.3f,"min":%.3f,"p10":%.3f,"median":%.3f,"p90":%.3f}`+"\n",
		name, unit, len(s.all), s.first, at(0), at(0.1), at(0.5), at(0.9))
}

// A single number.
func printValue(name, unit string, value float64) {
	measure{}.print(name, unit, samples{value, []float64{value}})
}
