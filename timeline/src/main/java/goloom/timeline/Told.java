package goloom.timeline;

import goloom.trace.EventKind;
import goloom.trace.Spans;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * The events that a living picture gets. First the states in which goroutines are when the window begins, as
 * events; then what changes them and what a learner may want to step through. If there are too many, only the
 * first and the last ones, and before the last ones the states once more.
 */
final class Told {
    /// One event, with positions instead of the ids of goroutines. `source` is its number in the
    /// trace; -1: it is a state.
    record Row(
            int source,
            long time,
            EventKind kind,
            int thread,
            int proc,
            int goroutine,
            int target,
            int resource,
            WaitReason reason,
            int site,
            int arg) {}

    private final Trace t;
    private final Spans spans;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int gap = -1;
    private int left;

    /// @param kept how many of the beginning and of the end, if there are more than twice as many
    Told(Spans spans, int kept) {
        this.t = spans.trace();
        this.spans = spans;
        for (int i = 0; i < t.goroutines().size(); i++) {
            positions.put(t.goroutines().get(i).id(), i);
        }
        choose(kept);
    }

    List<Row> rows() {
        return rows;
    }

    /// The first row after those that are left out; -1: none are.
    int gap() {
        return gap;
    }

    /// How many are left out.
    int left() {
        return left;
    }

    static boolean isTold(EventKind k) {
        return switch (k) {
            case GO_CREATE,
                    GO_START,
                    GO_BLOCK,
                    GO_UNBLOCK,
                    GO_STOP,
                    GO_END,
                    SYSCALL_BEGIN,
                    SYSCALL_END,
                    PROC_HANDOFF,
                    STEAL,
                    CHAN_SEND,
                    CHAN_RECV,
                    CHAN_CLOSE,
                    LOCK,
                    UNLOCK,
                    WAITGROUP,
                    WAITGROUP_WAITED,
                    LOCK_THREAD,
                    UNLOCK_THREAD,
                    PANIC ->
                    true;
            case GO_STATUS,
                    PROC_START,
                    PROC_STOP,
                    SPIN_BEGIN,
                    SPIN_END,
                    THREAD_START,
                    THREAD_PARK,
                    THREAD_UNPARK,
                    THREAD_CPU,
                    GOMAXPROCS,
                    PREEMPT_REQUEST,
                    SELECT_CASE ->
                    false;
        };
    }

    private void choose(int kept) {
        int[] told = new int[t.size()];
        int n = 0;
        for (int i = 0; i < t.size(); i++) {
            if (isTold(t.kind(i)) && spans.contains(i)) {
                told[n++] = i;
            }
        }
        states(spans.begin());
        boolean partly = n > 2 * kept;
        int head = partly ? kept : n;
        for (int k = 0; k < head; k++) {
            add(told[k]);
        }
        if (partly) {
            gap = rows.size();
            left = n - 2 * kept;
            states(t.time(told[n - kept]));
            for (int k = n - kept; k < n; k++) {
                add(told[k]);
            }
        }
    }

    /// The states of all goroutines at a time, told as if they were asked.
    private void states(long time) {
        for (int g = 0; g < spans.goroutines(); g++) {
            int i = spanAt(g, time);
            if (i >= 0) {
                int state = spans.state(i).ordinal();
                rows.add(
                        new Row(
                                -1,
                                time,
                                EventKind.GO_STATUS,
                                spans.thread(i),
                                spans.proc(i),
                                g,
                                -1,
                                spans.resource(i),
                                spans.reason(i),
                                spans.site(i),
                                state));
            }
        }
    }

    /// The span in which a goroutine is right before `time`, or, at the beginning, at it.
    private int spanAt(int g, long time) {
        int low = spans.from(g);
        int high = spans.to(g);
        if (low == high) {
            return -1;
        }
        if (time == spans.begin()) {
            return spans.start(low) == time && startsWithWindow(low) ? low : -1;
        }
        while (low < high) {
            int mid = low + high >>> 1;
            if (spans.start(mid) < time) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        int i = low - 1;
        return i >= spans.from(g) && spans.end(i) >= time ? i : -1;
    }

    /// Its event, if it has one, is not told: it was there before, or it is main.
    private boolean startsWithWindow(int span) {
        int e = spans.event(span);
        return e < 0 || t.time(e) < spans.begin() || !isTold(t.kind(e));
    }

    private void add(int i) {
        EventKind k = t.kind(i);
        boolean toGoroutine = k == EventKind.GO_CREATE || k == EventKind.GO_UNBLOCK;
        rows.add(
                new Row(
                        i,
                        t.time(i),
                        k,
                        t.thread(i),
                        t.proc(i),
                        position(t.goroutine(i)),
                        toGoroutine ? position(t.target(i)) : t.target(i),
                        t.resource(i),
                        t.reason(i),
                        t.site(i),
                        t.arg(i)));
    }

    private int position(int id) {
        return positions.getOrDefault(id, -1);
    }
}
