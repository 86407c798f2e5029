package goloom.trace;

import org.jspecify.annotations.Nullable;

/// One row of a [Trace]. `time` is in nanoseconds from the start of the trace.
///
/// `thread` is the M that did it (-1: a thread that is no M), `proc` its P (-1: none), `goroutine`
/// the goroutine that did it (0: none), `target` the goroutine or P it was done to, `resource` an
/// index into [Trace#resources()] (-1: none), `site` a packed [Site], and `arg` what [EventKind]
/// says.
public record Event(
        long time,
        EventKind kind,
        int thread,
        int proc,
        int goroutine,
        int target,
        int resource,
        WaitReason reason,
        int site,
        int arg,
        @Nullable String value) {}
