// Says which transitions the goroutines of each program make, as real Go's execution trace has them: one line
// for each kind of transition, with how often it came. Reads the trace with golang.org/x/exp/trace.
//
// Only what happens between the begin and the end of a program counts, and only goroutines that it has started:
// they are called g1, g2, ... in the order of their creation, and main is main.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	rtrace "runtime/trace"
	"slices"

	"golang.org/x/exp/trace"
)

const mark = "program"

func main() {
	runtime.GOMAXPROCS(1)
	debug.SetGCPercent(-1)
	for _, name := range os.Args[1:] {
		f, ok := programs[name]
		if !ok {
			log.Fatalf("no program %q", name)
		}
		fmt.Printf("= %s\n", name)
		for _, line := range transitions(record(f)) {
			fmt.Println(line)
		}
	}
}

func record(f func()) io.Reader {
	var buf bytes.Buffer
	if err := rtrace.Start(&buf); err != nil {
		log.Fatal(err)
	}
	rtrace.Log(context.Background(), mark, "begin")
	f()
	rtrace.Log(context.Background(), mark, "end")
	rtrace.Stop()
	return &buf
}

func transitions(in io.Reader) []string {
	r, err := trace.NewReader(in)
	if err != nil {
		log.Fatal(err)
	}
	names := map[trace.GoID]string{}
	count := map[string]int{}
	running := false
	for {
		e, err := r.ReadEvent()
		if err == io.EOF {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		switch e.Kind() {
		case trace.EventLog:
			if l := e.Log(); l.Category == mark {
				running = l.Message == "begin"
				names[e.Goroutine()] = "main"
			}
		case trace.EventStateTransition:
			t := e.StateTransition()
			if !running || t.Resource.Kind != trace.ResourceGoroutine {
				continue
			}
			id := t.Resource.Goroutine()
			from, to := t.Goroutine()
			if from == trace.GoNotExist && names[e.Goroutine()] != "" {
				names[id] = fmt.Sprintf("g%d", len(names))
			}
			if names[id] != "" {
				count[fmt.Sprintf("%s %v->%v %s", names[id], from, to, t.Reason)]++
			}
		}
	}
	var lines []string
	for what, n := range count {
		lines = append(lines, fmt.Sprintf("%d %s", n, what))
	}
	slices.Sort(lines)
	return lines
}
