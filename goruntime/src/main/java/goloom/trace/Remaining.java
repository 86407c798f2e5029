package goloom.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * One that has just called wg.done() is not among them: whoever waited for it may have woken and ended the
 * program before it has taken its last step, and nothing of it is lost. But if it has then run for a while, it
 * has more to do. Of a trace whose end is missing, nobody knows.
 */

/// A goroutine that is still there when the trace ends.
///
/// @param goroutine its position in [Trace#goroutines()]
/// @param span the number of its last span
/// @param leaked nobody can ever wake it
public record Remaining(int goroutine, int span, boolean leaked) {
    private static final long LAST_STEP = 1_000_000;

    static List<Remaining> of(Spans spans) {
        Trace t = spans.trace();
        List<Remaining> list = new ArrayList<>();
        Map<Integer, Long> done = null;
        for (int g = 0; g < spans.goroutines() && t.dropped() == 0; g++) {
            int last = spans.to(g) - 1;
            if (last < spans.from(g) || spans.endEvent(last) >= 0) {
                continue;
            }
            int id = t.goroutines().get(g).id();
            if (mayEnd(spans.state(last)) && t.program()) {
                done = done == null ? done(t) : done;
                Long since = done.get(id);
                boolean ran = spans.state(last) == GoState.RUNNING;
                if (since != null && (!ran || spans.end() - since < LAST_STEP)) {
                    continue;
                }
            }
            boolean leaked = spans.reason(last).isForever() || t.leaked().contains(id);
            list.add(new Remaining(g, last, leaked));
        }
        return list;
    }

    private static boolean mayEnd(GoState s) {
        return s == GoState.RUNNING || s == GoState.RUNNABLE;
    }

    /// When the goroutines, by id, whose last act was a `wg.done()` did that.
    private static Map<Integer, Long> done(Trace t) {
        Map<Integer, Integer> counters = new HashMap<>();
        Map<Integer, Long> done = new HashMap<>();
        for (int i = 0; i < t.size(); i++) {
            switch (t.kind(i)) {
                case WAITGROUP -> {
                    Integer before = counters.put(t.resource(i), t.arg(i));
                    if (before != null && t.arg(i) < before) {
                        done.put(t.goroutine(i), t.time(i));
                    } else {
                        done.remove(t.goroutine(i));
                    }
                }
                case GO_CREATE,
                        GO_BLOCK,
                        GO_END,
                        SYSCALL_BEGIN,
                        CHAN_SEND,
                        CHAN_RECV,
                        CHAN_CLOSE,
                        LOCK,
                        UNLOCK,
                        PANIC ->
                        done.remove(t.goroutine(i));
                default -> {}
            }
        }
        return done;
    }
}
