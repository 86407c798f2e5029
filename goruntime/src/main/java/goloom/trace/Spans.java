package goloom.trace;

import java.util.ArrayList;
import java.util.List;

/// What each goroutine did when. Goroutines are named by their position in [Trace#goroutines()];
/// the spans of one goroutine stand together, in order of time, and leave no gap between its
/// creation and its end.
///
/// The window is the time that is told: from the moment that main first runs to the end of the
/// trace, or, in a program, to main's return. How the runtime got under way before that is not the
/// program's doing.
public final class Spans {
    private static final GoState[] STATES = GoState.values();
    private static final WaitReason[] REASONS = WaitReason.values();

    private final Trace trace;
    private final long begin;
    private final long end;
    private final int[] first; // of each goroutine; one more at the end
    private final SpanColumns c;

    Spans(Trace trace, long begin, long end, int[] first, SpanColumns columns) {
        this.trace = trace;
        this.begin = begin;
        this.end = end;
        this.first = first;
        this.c = columns;
    }

    /// The spans of a trace.
    public static Spans of(Trace trace) {
        return new SpanBuilder(trace).build();
    }

    /// The trace that they are of.
    public Trace trace() {
        return trace;
    }

    /// Where the window begins, in nanoseconds from the start of the trace.
    public long begin() {
        return begin;
    }

    /// Where the window ends.
    public long end() {
        return end;
    }

    /// Whether an event of the trace is in the window: only then it is told.
    public boolean contains(int event) {
        long t = trace.time(event);
        return begin <= t && t <= end;
    }

    /// The number of goroutines.
    public int goroutines() {
        return first.length - 1;
    }

    /// The number of spans.
    public int size() {
        return c.size;
    }

    /// The first span of a goroutine.
    public int from(int goroutine) {
        return first[goroutine];
    }

    /// One behind its last span.
    public int to(int goroutine) {
        return first[goroutine + 1];
    }

    public long start(int i) {
        return c.start[i];
    }

    public long end(int i) {
        return c.end[i];
    }

    public GoState state(int i) {
        return STATES[c.state[i]];
    }

    public WaitReason reason(int i) {
        return REASONS[c.reason[i]];
    }

    public int resource(int i) {
        return c.resource[i];
    }

    public int thread(int i) {
        return c.thread[i];
    }

    public int proc(int i) {
        return c.proc[i];
    }

    public int site(int i) {
        return c.site[i];
    }

    public int event(int i) {
        return c.event[i];
    }

    public int endEvent(int i) {
        return c.endEvent[i];
    }

    /// The position of the goroutine of a span.
    public int goroutine(int i) {
        return c.goroutine[i];
    }

    /// Span `i` as one object.
    public Span get(int i) {
        return new Span(
                trace.goroutines().get(c.goroutine[i]).id(),
                state(i),
                reason(i),
                c.resource[i],
                c.thread[i],
                c.proc[i],
                c.site[i],
                c.start[i],
                c.end[i],
                c.event[i],
                c.endEvent[i]);
    }

    /// The spans of one goroutine, as objects.
    public List<Span> of(int goroutine) {
        List<Span> list = new ArrayList<>();
        for (int i = from(goroutine); i < to(goroutine); i++) {
            list.add(get(i));
        }
        return list;
    }
}
