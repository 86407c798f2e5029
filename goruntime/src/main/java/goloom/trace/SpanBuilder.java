package goloom.trace;

/*
 * Replays the state changes of each goroutine:
 *
 *   GO_STATUS                  the state it had
 *   GO_CREATE                  -> Runnable
 *   GO_START                   Runnable -> Running
 *   GO_BLOCK                   Running  -> Waiting
 *   GO_UNBLOCK                 Waiting  -> Runnable
 *   GO_STOP                    Running  -> Runnable
 *   SYSCALL_BEGIN, _END        Running  -> Syscall -> Running, or Runnable if the P was lost
 *   GO_END                     -> not there
 *
 * A goroutine that ran when the trace began runs on a thread that its next event tells.
 */
final class SpanBuilder {
    private static final byte NONE = (byte) GoState.NOT_EXIST.ordinal();
    private static final byte RUNNABLE = (byte) GoState.RUNNABLE.ordinal();
    private static final byte RUNNING = (byte) GoState.RUNNING.ordinal();
    private static final byte WAITING = (byte) GoState.WAITING.ordinal();
    private static final byte SYSCALL = (byte) GoState.SYSCALL.ordinal();

    private final Trace trace;
    private final GoroutineIndex index;
    private final long begin;
    private final long end;
    private final SpanColumns open; // the present state of each goroutine
    private final SpanColumns closed; // in the order in which they ended

    SpanBuilder(Trace trace) {
        this.trace = trace;
        index = new GoroutineIndex(trace);
        begin = begin(trace);
        end = Math.max(begin, end(trace));
        open = new SpanColumns(index.size());
        for (int g = 0; g < index.size(); g++) {
            open.goroutine[open.add()] = g;
        }
        closed = new SpanColumns(Math.max(16, trace.size() / 2));
    }

    /// The first time that main runs, if it was created in this trace.
    private static long begin(Trace t) {
        boolean created = false;
        for (int i = 0; i < t.size(); i++) {
            EventKind k = t.kind(i);
            if (k == EventKind.GO_CREATE && t.goroutine(i) == 0 && t.target(i) == 1) {
                created = true;
            } else if (created && k == EventKind.GO_START && t.goroutine(i) == 1) {
                return t.time(i);
            }
        }
        return 0;
    }

    /// In a program that returned, the time when main did.
    private static long end(Trace t) {
        boolean returned = t.program() && t.ending().kind() == Ending.Kind.RETURNED;
        for (int i = t.size() - 1; i >= 0 && returned; i--) {
            if (t.kind(i) == EventKind.GO_END && t.goroutine(i) == 1) {
                return t.time(i);
            }
        }
        return t.duration();
    }

    Spans build() {
        for (int i = 0; i < trace.size() && trace.time(i) <= end; i++) {
            replay(i);
        }
        for (int g = 0; g < index.size(); g++) {
            close(g, end, -1);
        }
        return sorted();
    }

    private void replay(int i) {
        switch (trace.kind(i)) {
            case GO_STATUS -> change(i, trace.goroutine(i), (byte) trace.arg(i));
            case GO_CREATE -> change(i, trace.target(i), RUNNABLE);
            case GO_UNBLOCK -> change(i, trace.target(i), RUNNABLE);
            case GO_START -> change(i, trace.goroutine(i), RUNNING);
            case GO_BLOCK -> change(i, trace.goroutine(i), WAITING);
            case GO_STOP -> change(i, trace.goroutine(i), RUNNABLE);
            case GO_END -> change(i, trace.goroutine(i), NONE);
            case SYSCALL_BEGIN -> change(i, trace.goroutine(i), SYSCALL);
            case SYSCALL_END ->
                    change(i, trace.goroutine(i), trace.arg(i) == 1 ? RUNNABLE : RUNNING);
            case PROC_START,
                    PROC_STOP,
                    PROC_HANDOFF,
                    STEAL,
                    SPIN_BEGIN,
                    SPIN_END,
                    THREAD_START,
                    THREAD_PARK,
                    THREAD_UNPARK,
                    THREAD_CPU,
                    GOMAXPROCS,
                    PREEMPT_REQUEST,
                    CHAN_SEND,
                    CHAN_RECV,
                    CHAN_CLOSE,
                    LOCK,
                    UNLOCK,
                    WAITGROUP,
                    WAITGROUP_WAITED,
                    SELECT_CASE,
                    LOCK_THREAD,
                    UNLOCK_THREAD,
                    PANIC -> {}
        }
    }

    /// Event `i` takes the goroutine into another state.
    private void change(int i, int id, byte state) {
        int g = index.of(id);
        if (g < 0 || open.state[g] == state && state == SYSCALL) {
            return; // a call that was announced is noticed as well
        }
        boolean own = id == trace.goroutine(i);
        if (own && onThread(open.state[g])) {
            if (open.thread[g] < 0) {
                open.thread[g] = (short) trace.thread(i);
            }
            open.site[g] = trace.site(i);
        }
        close(g, trace.time(i), i);
        boolean runs = onThread(state) && trace.kind(i) != EventKind.GO_STATUS;
        open.state[g] = state;
        open.reason[g] = (byte) trace.reason(i).ordinal();
        open.resource[g] = trace.resource(i);
        open.thread[g] = runs ? (short) trace.thread(i) : -1;
        open.proc[g] = runs ? (short) trace.proc(i) : -1;
        open.site[g] = trace.site(i);
        open.start[g] = trace.time(i);
        open.event[g] = i;
    }

    private static boolean onThread(byte state) {
        return state == RUNNING || state == SYSCALL;
    }

    private void close(int g, long time, int event) {
        if (open.state[g] == NONE || time <= begin) {
            return; // not there, or before the window
        }
        int to = closed.add();
        closed.put(to, open, g);
        if (open.start[g] < begin) {
            closed.start[to] = begin;
            closed.event[to] = -1;
        }
        closed.end[to] = time;
        closed.endEvent[to] = event;
    }

    /// By goroutine; of each goroutine they are in order already.
    private Spans sorted() {
        int n = index.size();
        int[] first = new int[n + 1];
        for (int i = 0; i < closed.size; i++) {
            first[closed.goroutine[i] + 1]++;
        }
        for (int g = 0; g < n; g++) {
            first[g + 1] += first[g];
        }
        int[] at = first.clone();
        SpanColumns all = new SpanColumns(closed.size);
        all.size = closed.size;
        for (int i = 0; i < closed.size; i++) {
            all.put(at[closed.goroutine[i]]++, closed, i);
        }
        return new Spans(trace, begin, end, first, all);
    }
}
