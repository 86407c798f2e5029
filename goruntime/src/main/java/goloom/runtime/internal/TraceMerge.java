package goloom.runtime.internal;

import goloom.trace.EventKind;
import goloom.trace.TraceBuilder;
import goloom.trace.WaitReason;
import goloom.trace.Waker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * Merges the buffers of the threads into one order and makes it consistent: each goroutine is created or
 * known at the start, starts only when runnable, blocks and ends only where it runs.
 *
 * Why anything must be made consistent: an M learns that its goroutine waits in JDK code only when the thread
 * has come back, and by then another thread may have woken and even run the goroutine. Such a late "blocked"
 * is put where the wake-up is. When buffers were full, events are missing; then the state is repaired in the
 * same way.
 */
final class TraceMerge {
    private static final int UNKNOWN = 0;
    private static final int RUNNABLE = 1;
    private static final int RUNNING = 2;
    private static final int WAITING = 3;

    private static final class State {
        final int goroutine;
        int state = UNKNOWN;
        int thread = -1; // where it runs

        State(int goroutine) {
            this.goroutine = goroutine;
        }
    }

    private final TraceBuilder out;
    private final long end; // what comes later is left out
    private final int most; // events
    private final Map<Integer, State> states = new HashMap<>();
    private final @Nullable State[] recent = new @Nullable State[256]; // by the last bits of the id
    private @Nullable State[] running = new @Nullable State[16]; // by thread + 1

    TraceMerge(TraceBuilder out, long end, int most) {
        this.out = out;
        this.end = end;
        this.most = most;
    }

    /// Gives the number of events that were left out because there are more than `most`.
    int merge(List<TraceBuf> buffers) {
        List<long[]> events = new ArrayList<>();
        int all = 0;
        for (TraceBuf b : buffers) {
            events.add(b.unpacked(most));
            all += events.getLast().length / Packed.LONGS;
        }
        out.expect(Math.min(all, most));
        int n = events.size();
        int done = 0;
        int[] at = new int[n];
        for (; ; ) {
            int best = -1;
            long bestTime = Long.MAX_VALUE;
            int bestRank = 0;
            long next = Long.MAX_VALUE; // time of the first event of the others
            for (int i = 0; i < n; i++) {
                long[] e = events.get(i);
                if (at[i] == e.length) {
                    continue;
                }
                long t = Packed.time(e[at[i]]);
                int rank = rank(Packed.kind(e[at[i]]));
                if (best < 0 || t < bestTime || t == bestTime && rank < bestRank) {
                    next = bestTime;
                    best = i;
                    bestTime = t;
                    bestRank = rank;
                } else {
                    next = Math.min(next, t);
                }
            }
            if (best < 0 || bestTime > end) {
                return 0;
            }
            if (done >= most) {
                return (int) (buffers.stream().mapToLong(TraceBuf::size).sum() - done);
            }
            long[] e = events.get(best);
            do {
                add(buffers.get(best), e, at[best]);
                at[best] += Packed.LONGS;
                done++;
            } while (done < most
                    && at[best] < e.length
                    && Packed.time(e[at[best]]) < Math.min(next, end + 1));
        }
    }

    /// At the same time, what makes a goroutine runnable comes before what runs it.
    private static int rank(EventKind k) {
        return switch (k) {
            case GO_STATUS -> 0;
            case GO_CREATE, GO_UNBLOCK -> 1;
            default -> 2;
        };
    }

    /// A thread that is no goroutine did it, if no goroutine did.
    private static boolean isOfOutsideThreads(EventKind k) {
        return k == EventKind.CHAN_SEND || k == EventKind.CHAN_RECV || k == EventKind.CHAN_CLOSE;
    }

    private void add(TraceBuf b, long[] e, int i) {
        long t = Packed.time(e[i]);
        EventKind k = Packed.kind(e[i]);
        WaitReason reason = WaitReasons.of((int) (e[i] >>> 8) & 0x3f);
        int proc = (int) (e[i] & 0xff) - 1;
        int g = (int) (e[i + 1] >>> 32);
        int target = (int) e[i + 1];
        int resource = (int) (e[i + 2] >>> 32) - 1;
        int arg = (int) e[i + 2];
        int site = (int) (e[i + 3] >>> 32);
        int value = (int) e[i + 3] - 1;
        int thread = b.threadId;
        if (thread < 0
                && (k == EventKind.PROC_HANDOFF
                        || k == EventKind.SYSCALL_BEGIN
                        || k == EventKind.THREAD_CPU)) {
            thread = site - 1; // sysmon wrote it for another thread
            site = 0;
        }
        if (g == 0 && isOfOutsideThreads(k)) {
            thread = -1; // its partner wrote it
            proc = -1;
        }
        switch (k) {
            case GO_STATUS -> {
                State s = state(g);
                s.state =
                        switch (goloom.trace.GoState.values()[arg]) {
                            case WAITING -> WAITING;
                            case RUNNABLE -> RUNNABLE;
                            default -> UNKNOWN;
                        };
            }
            case GO_CREATE -> state(target).state = RUNNABLE;
            case GO_UNBLOCK -> {
                State s = state(target);
                if (s.state == RUNNING) {
                    block(t, s);
                }
                if (s.state == RUNNABLE) {
                    return;
                }
                s.state = RUNNABLE;
            }
            case GO_START -> {
                State s = state(g);
                if (s.state == RUNNING) {
                    block(t, s);
                }
                if (s.state == WAITING) {
                    out.add(
                            t,
                            EventKind.GO_UNBLOCK,
                            -1,
                            -1,
                            0,
                            g,
                            -1,
                            WaitReason.NONE,
                            0,
                            Waker.OUTSIDE.ordinal(),
                            null);
                }
                State other = runs(thread, s);
                if (other != null && other != s && other.thread == thread) {
                    block(t, other);
                }
                s.state = RUNNING;
                s.thread = thread;
            }
            case GO_BLOCK, GO_STOP, GO_END, SYSCALL_BEGIN, SYSCALL_END -> {
                State s = state(g);
                if (s.state != UNKNOWN && (s.state != RUNNING || s.thread != thread)) {
                    return; // late: it was put where the wake-up is
                }
                if (k == EventKind.SYSCALL_BEGIN) {
                    s.state = RUNNING;
                    s.thread = thread;
                } else if (k != EventKind.SYSCALL_END || arg == 1) {
                    s.state =
                            k == EventKind.GO_BLOCK
                                    ? WAITING
                                    : k == EventKind.GO_END ? UNKNOWN : RUNNABLE;
                    s.thread = -1;
                }
            }
            default -> {}
        }
        out.add(
                t,
                k,
                thread,
                proc,
                g,
                target,
                resource,
                reason,
                site,
                arg,
                value < 0 ? null : b.value(value));
    }

    /// It stopped running on its thread, and nobody has said so yet.
    private void block(long t, State s) {
        int g = s.goroutine;
        out.add(t, EventKind.GO_BLOCK, s.thread, -1, g, 0, -1, WaitReason.JAVA_PARK, 0, 0, null);
        s.state = WAITING;
        s.thread = -1;
    }

    /// Gives the one that ran there last.
    private @Nullable State runs(int thread, State s) {
        if (thread + 1 >= running.length) {
            running = Arrays.copyOf(running, 2 * (thread + 1));
        }
        State before = running[thread + 1];
        running[thread + 1] = s;
        return before;
    }

    private State state(int g) {
        State s = recent[g & 0xff];
        if (s == null || s.goroutine != g) {
            s = states.computeIfAbsent(g, State::new);
            recent[g & 0xff] = s;
        }
        return s;
    }
}
