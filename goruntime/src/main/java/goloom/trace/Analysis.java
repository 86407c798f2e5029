package goloom.trace;

import java.util.List;

/// What a trace says, worked out once: the base of every picture. Immutable, like the trace.
///
/// @param spans what each goroutine did when
/// @param threads what each OS thread did when
/// @param arrows who made whom run
/// @param statistics figures
/// @param forkJoin the graph of forks and joins, with work and span
/// @param buffers what was in the buffers of channels
/// @param remaining the goroutines that are still there at the end
/// @param waitFor who waits for what at the end
public record Analysis(
        Trace trace,
        Spans spans,
        Threads threads,
        Arrows arrows,
        Statistics statistics,
        ForkJoin forkJoin,
        Buffers buffers,
        List<Remaining> remaining,
        WaitFor waitFor) {
    public Analysis {
        remaining = List.copyOf(remaining);
    }

    /// Works out everything.
    public static Analysis of(Trace trace) {
        Spans spans = Spans.of(trace);
        Threads threads = Threads.of(spans);
        List<Remaining> remaining = Remaining.of(spans);
        return new Analysis(
                trace,
                spans,
                threads,
                Arrows.of(spans),
                Statistics.of(spans, threads),
                ForkJoin.of(spans),
                Buffers.of(spans),
                remaining,
                WaitFor.of(spans, remaining));
    }
}
