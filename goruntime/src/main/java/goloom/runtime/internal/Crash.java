package goloom.runtime.internal;

import goloom.runtime.GoroutineDump;
import goloom.runtime.Outcome;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/*
 * A bug of ours: the scheduler of one runtime has failed, on an M, in sysmon, or where a goroutine ends.
 *
 * It may have failed with locks held, which stay held. So from here on no lock is taken: all that is known is
 * printed, once; the run ends with an outcome of its own; threads of this runtime end at their next look at the
 * scheduler, or out of the wait for a lock (see SpinLock). Goroutines that are parked never run again.
 */
final class Crash {
    private static final int MOST_GOROUTINES = 100;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Sched sched;
    private final AtomicBoolean happened = new AtomicBoolean();

    Crash(Sched sched) {
        this.sched = sched;
    }

    boolean happened() {
        return happened.get();
    }

    /// @param where the name of the thread, or what it was doing
    void report(String where, @Nullable M m, Throwable e) {
        if (!happened.compareAndSet(false, true)) {
            return;
        }
        G g = m == null ? null : m.curg;
        Outcome o = new Outcome.Panicked("goloom: internal error: " + e, dump(g, e), e);
        boolean first =
                sched.program.claimEnd(o); // before goroutines notice and fail in their turn
        sched.stopAll();
        try {
            System.err.println(
                    "goloom: the scheduler failed on " + where + "; please report this:");
            System.err.println(sched.state());
            e.printStackTrace();
            System.err.println(goroutines());
        } finally {
            endRunning();
            if (first) {
                sched.program.publish(o);
            }
        }
    }

    private static GoroutineDump dump(@Nullable G g, Throwable e) {
        return g == null
                ? new GoroutineDump(
                        0, null, "running", 0, false, List.of(e.getStackTrace()), null, 0, 0, 0)
                : Dumps.of(g, "running", e);
    }

    /// Read by a thread that is left behind if the stacks do not come: the JDK may be in the middle
    /// of a switch that never ends.
    private String goroutines() {
        Queue<String> texts = new ConcurrentLinkedQueue<>();
        Thread reader =
                new Thread(
                        Threads.group(),
                        () -> {
                            int[] n = {0};
                            sched.forEachG(g -> {
                                if (g.status() != G.DEAD && n[0]++ < MOST_GOROUTINES) {
                                    texts.add(Dumps.afterCrash(g).text());
                                }
                            });
                            if (n[0] > MOST_GOROUTINES) {
                                texts.add("and " + (n[0] - MOST_GOROUTINES) + " more");
                            }
                        },
                        "goloom-crash");
        reader.setDaemon(true);
        reader.start();
        try {
            reader.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "\n" + String.join("\n\n", texts);
    }

    /// Threads of a runtime that has crashed do not wait for its locks.
    static boolean concernsThisThread() {
        G g = G.current();
        M m = g == null ? M.current() : null;
        Sched s = g != null ? g.sched : m != null ? m.sched : null;
        return s != null && s.crash.happened();
    }

    /// Goroutines that run are to end at their next poll; only now, so that the report shows them.
    private void endRunning() {
        for (M m : sched.threadsOf()) {
            G g = m.curg;
            if (g != null) {
                g.killed = true;
                Preempt.request(g);
            }
        }
    }
}
