package goloom.timeline;

import goloom.trace.Span;
import goloom.trace.Spans;
import goloom.trace.Trace;
import goloom.trace.WaitReason;

/// How things are called in the picture and in sentences.
final class Words {
    private final Trace trace;

    Words(Trace trace) {
        this.trace = trace;
    }

    /// `G7 worker`, by position.
    String goroutine(int position) {
        return trace.goroutines().get(position).label();
    }

    /// `jobs`, or `chan 3`; "" for none.
    String resource(int index) {
        return index < 0 ? "" : trace.resources().get(index).label();
    }

    /// What a goroutine waits for, short, for its lane: `recv jobs`, `lock mu`, `sleep`.
    String waiting(WaitReason reason, int resource) {
        return (verb(reason) + " " + resource(resource)).strip();
    }

    /// The operation that waits, short.
    static String verb(WaitReason reason) {
        return switch (reason) {
            case CHAN_SEND -> "send";
            case CHAN_RECEIVE -> "recv";
            case CHAN_SEND_NIL -> "send nil chan";
            case CHAN_RECEIVE_NIL -> "recv nil chan";
            case MUTEX_LOCK, RWMUTEX_LOCK -> "lock";
            case RWMUTEX_RLOCK -> "rlock";
            case WAITGROUP_WAIT, COND_WAIT -> "await";
            case SEMACQUIRE -> "acquire";
            case JAVA_MONITOR -> "synchronized";
            case NONE,
                    SELECT,
                    SELECT_NO_CASES,
                    SLEEP,
                    IO_WAIT,
                    JAVA_PARK,
                    JAVA_WAIT,
                    GOSCHED,
                    PREEMPTED,
                    STOP_THE_WORLD ->
                    reason.header();
        };
    }

    /// The same in Go's words, for sentences: `chan receive on jobs, cell [3], line 4`.
    String waitingInFull(WaitReason reason, int resource, int site) {
        String on = resource < 0 ? "" : " on " + resource(resource);
        String at = trace.line(site);
        return reason.header() + on + (at.isEmpty() ? "" : ", " + at);
    }

    /// Of a span that waits.
    String waitingInFull(Spans spans, int span) {
        Span s = spans.get(span);
        return waitingInFull(s.reason(), s.resource(), s.site());
    }
}
