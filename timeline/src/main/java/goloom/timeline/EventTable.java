package goloom.timeline;

import goloom.trace.EventKind;
import goloom.trace.Found;
import goloom.trace.GoState;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import goloom.trace.Waker;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The events of a trace as rows in words, for files. SCHEMA.md says what the columns mean.
final class EventTable {
    static final List<String> COLUMNS =
            List.of(
                    "time",
                    "event",
                    "goroutine",
                    "from",
                    "to",
                    "reason",
                    "thread",
                    "proc",
                    "by",
                    "object",
                    "value",
                    "line",
                    "arg");

    private static final GoState[] STATES = GoState.values();

    private final Trace t;
    private final GoState[] states; // by id of goroutine

    EventTable(Trace t) {
        this.t = t;
        int most = t.goroutines().stream().mapToInt(Trace.Goroutine::id).max().orElse(0);
        states = new GoState[most + 1];
        Arrays.fill(states, GoState.NOT_EXIST);
    }

    /// The values of event `i`, one for each column; null where there is none. Asked for in order,
    /// because a row tells the state before it.
    @Nullable Object[] row(int i) {
        EventKind k = t.kind(i);
        boolean toAnother = k == EventKind.GO_CREATE || k == EventKind.GO_UNBLOCK;
        int g = toAnother ? t.target(i) : t.goroutine(i);
        GoState to = stateAfter(i);
        @Nullable GoState from = null;
        if (to != null && g > 0 && g < states.length) {
            from = k == EventKind.GO_STATUS ? null : states[g];
            states[g] = to;
        }
        String reason = t.reason(i) == WaitReason.NONE ? null : t.reason(i).header();
        return new @Nullable Object[] {
            t.time(i),
            k.name().toLowerCase(Locale.ROOT),
            some(g),
            from == null ? null : from.word(),
            to == null ? null : to.word(),
            reason,
            t.thread(i) < 0 ? null : t.thread(i),
            t.proc(i) < 0 ? null : t.proc(i),
            toAnother ? some(t.goroutine(i)) : null,
            t.resource(i) < 0 ? null : t.resources().get(t.resource(i)).label(),
            t.value(i),
            t.line(t.site(i)).isEmpty() ? null : t.line(t.site(i)),
            arg(i)
        };
    }

    private static @Nullable Integer some(int id) {
        return id == 0 ? null : id;
    }

    /// The state of the goroutine after event `i`; null if it changes none.
    private @Nullable GoState stateAfter(int i) {
        return switch (t.kind(i)) {
            case GO_STATUS -> STATES[t.arg(i)];
            case GO_CREATE, GO_UNBLOCK, GO_STOP -> GoState.RUNNABLE;
            case GO_START -> GoState.RUNNING;
            case GO_BLOCK -> GoState.WAITING;
            case GO_END -> GoState.NOT_EXIST;
            case SYSCALL_BEGIN -> GoState.SYSCALL;
            case SYSCALL_END -> t.arg(i) == 1 ? GoState.RUNNABLE : GoState.RUNNING;
            case PROC_START,
                    PROC_STOP,
                    PROC_HANDOFF,
                    STEAL,
                    SPIN_BEGIN,
                    SPIN_END,
                    THREAD_START,
                    THREAD_PARK,
                    THREAD_UNPARK,
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
                    THREAD_CPU,
                    PANIC ->
                    null;
        };
    }

    /// What an event says besides, in words or as a number.
    private @Nullable Object arg(int i) {
        int arg = t.arg(i);
        return switch (t.kind(i)) {
            case GO_START -> Found.values()[arg].name().toLowerCase(Locale.ROOT);
            case GO_UNBLOCK, GO_CREATE ->
                    t.goroutine(i) == 0
                            ? Waker.values()[arg].name().toLowerCase(Locale.ROOT)
                            : null;
            case SYSCALL_BEGIN -> arg == 1 ? "noticed" : "announced";
            case PROC_HANDOFF, PROC_START, PROC_STOP -> t.target(i);
            case STEAL -> arg + " from P" + t.target(i);
            case CHAN_RECV -> t.target(i) == 1 ? "closed" : arg;
            case SELECT_CASE -> arg == 1 ? "send" : "receive";
            case CHAN_SEND, GOMAXPROCS, WAITGROUP, THREAD_CPU -> arg;
            case GO_STATUS,
                    GO_BLOCK,
                    GO_STOP,
                    GO_END,
                    SYSCALL_END,
                    SPIN_BEGIN,
                    SPIN_END,
                    THREAD_START,
                    THREAD_PARK,
                    THREAD_UNPARK,
                    PREEMPT_REQUEST,
                    CHAN_CLOSE,
                    LOCK,
                    UNLOCK,
                    WAITGROUP_WAITED,
                    LOCK_THREAD,
                    UNLOCK_THREAD,
                    PANIC ->
                    null;
        };
    }
}
