package goloom.trace;

import java.util.List;

/// The graph of a run: who started whom, who waited for whom.
///
/// The time of a node is the time it would have with unlimited Ps: the longest path to it. Running
/// takes as long as it took, and so do sleeps, blocking calls and waits for the world outside; to
/// be runnable, or to wait for a goroutine, takes none of its own.
///
/// With channels and locks it is the graph of this run: who got which value may differ in the next.
///
/// @param nodes in the order of events; empty if there are more than [ForkJoinBuilder#MOST]
/// @param edges those between goroutines
/// @param critical the nodes of the longest path, from its start to its end
/// @param work the time in which goroutines ran, added up, in nanoseconds
/// @param span the longest path when only running counts
/// @param elapsed the longest path
/// @param latency the part of the longest path that is sleeping, calls and waits for outside
/// @param joins of each goroutine, by position: main, or something that main waited for, came after
///   it; empty if there are too many nodes
public record ForkJoin(
        List<Node> nodes,
        List<Edge> edges,
        List<Integer> critical,
        long work,
        long span,
        long elapsed,
        long latency,
        List<Boolean> joins) {
    public ForkJoin {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        critical = List.copyOf(critical);
        joins = List.copyOf(joins);
    }

    /// What a goroutine does at a node.
    public enum Kind {
        /// Its life begins.
        START,
        /// It executes `go`.
        FORK,
        /// It wakes somebody, sends, closes, or calls Done.
        SIGNAL,
        /// It stops to wait, or begins a call that blocks its thread.
        BLOCK,
        /// It goes on after somebody else: it was woken, or received a value, or has waited; or its
        /// call has ended.
        JOIN,
        /// It returns.
        END,
        /// The trace ends, and it is still there.
        CUT
    }

    /// What an edge between goroutines is.
    public enum Link {
        GO,
        /// One wakes the other.
        WAKE,
        /// From the send of a value to its receipt, or from a close to the receipt of nothing.
        VALUE,
        /// From a `wg.done()` to the end of the wait.
        DONE
    }

    /// A point in the life of a goroutine.
    ///
    /// @param goroutine its position in [Trace#goroutines()]
    /// @param at nanoseconds on unlimited Ps
    /// @param ran how long the goroutine ran since its node before
    /// @param slept how long it slept, or was in a call or waited for outside, since then
    /// @param event its event
    public record Node(Kind kind, int goroutine, long at, long ran, long slept, int event) {}

    /// A dependency between two goroutines, by numbers of nodes.
    ///
    /// @param resource an index into [Trace#resources()]; -1: none
    public record Edge(Link link, int from, int to, int resource) {}

    /// The graph of a trace.
    public static ForkJoin of(Spans spans) {
        return new ForkJoinBuilder(spans).build();
    }

    /// False if there were too many nodes; the figures are right all the same.
    public boolean isDrawn() {
        return !nodes.isEmpty();
    }

    /// Work by span: how many goroutines could run at once, on average.
    public double parallelism() {
        return span == 0 ? 1 : (double) work / span;
    }

    /// The most that `procs` Ps can speed this up: min(P, work / span).
    public double bound(int procs) {
        return Math.min(procs, parallelism());
    }
}
