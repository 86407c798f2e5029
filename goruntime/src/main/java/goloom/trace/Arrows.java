package goloom.trace;

import java.util.List;
import java.util.stream.IntStream;

/// Who made whom run: each `go`, and each wake-up of one goroutine by another.
public final class Arrows {
    /// One of them. At `time`, `from` executed `go` or woke `to`.
    ///
    /// @param go true for `go`, false for a wake-up
    /// @param resource what `to` had waited for, an index into [Trace#resources()]; -1: not known
    /// @param event its event
    public record Arrow(boolean go, int from, int to, int resource, long time, int event) {}

    private final Trace trace;
    private final int[] events;

    private Arrows(Trace trace, int[] events) {
        this.trace = trace;
        this.events = events;
    }

    /// The arrows of a trace.
    public static Arrows of(Spans spans) {
        Trace t = spans.trace();
        IntList list = new IntList();
        for (int i = 0; i < t.size(); i++) {
            EventKind k = t.kind(i);
            if ((k == EventKind.GO_CREATE || k == EventKind.GO_UNBLOCK)
                    && t.goroutine(i) != 0
                    && spans.contains(i)) {
                list.add(i);
            }
        }
        return new Arrows(t, list.toArray());
    }

    /// How many there are.
    public int size() {
        return events.length;
    }

    /// The event of arrow `i`.
    public int event(int i) {
        return events[i];
    }

    /// Arrow `i`.
    public Arrow get(int i) {
        int e = events[i];
        return new Arrow(
                trace.kind(e) == EventKind.GO_CREATE,
                trace.goroutine(e),
                trace.target(e),
                trace.resource(e),
                trace.time(e),
                e);
    }

    /// All of them, as objects.
    public List<Arrow> all() {
        return IntStream.range(0, events.length).mapToObj(this::get).toList();
    }
}
