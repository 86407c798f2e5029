package goloom.trace;

/// A stretch of a goroutine's life in one state.
///
/// @param goroutine its id
/// @param reason why it waits, or why it gave up its P (GOSCHED, PREEMPTED); else NONE
/// @param resource what it waits for, an index into [Trace#resources()]; -1: nothing that has one
/// @param thread the M that runs it; -1: none, or not known
/// @param proc the P that runs it; -1: none
/// @param site where it waits; of a running span, where it ended; of a runnable span, the line that
///   made it runnable
/// @param start nanoseconds from the start of the trace
/// @param event the event that began it; -1: it began before the window
/// @param endEvent the event that ended it; -1: it lasts to the end of the trace
public record Span(
        int goroutine,
        GoState state,
        WaitReason reason,
        int resource,
        int thread,
        int proc,
        int site,
        long start,
        long end,
        int event,
        int endEvent) {
    /// How long it lasted, in nanoseconds.
    public long length() {
        return end - start;
    }
}
