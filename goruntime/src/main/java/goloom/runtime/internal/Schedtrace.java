package goloom.runtime.internal;

import goloom.runtime.Clock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Looks at a scheduler from outside. Go: runtime/proc.go, schedtrace.
public final class Schedtrace {
    private static final long LOOK_EVERY = 50_000;
    private static final long PATIENCE = 10_000_000_000L;

    private Schedtrace() {}

    static String of(
            Sched sched, int idleprocs, int threads, int spinning, int idlethreads, int runqueue) {
        StringBuilder sb = new StringBuilder();
        sb.append("SCHED gomaxprocs=").append(sched.gomaxprocs());
        sb.append(" idleprocs=").append(idleprocs);
        sb.append(" threads=").append(threads);
        sb.append(" spinningthreads=").append(spinning);
        sb.append(" idlethreads=").append(idlethreads);
        sb.append(" runqueue=").append(runqueue);
        for (P pp : sched.procs()) {
            M m = pp.m;
            sb.append("\n  P").append(pp.id).append(": status=").append(pp.status);
            sb.append(" schedtick=").append(pp.schedtick);
            sb.append(" syscalltick=").append(pp.syscalltick);
            sb.append(" m=").append(m == null ? "nil" : String.valueOf(m.id));
            sb.append(" runqsize=").append(pp.size());
        }
        for (M m : sched.threadsOf()) {
            P pp = m.p;
            G g = m.curg;
            G locked = m.lockedg;
            sb.append("\n  M").append(m.id);
            sb.append(": p=").append(pp == null ? "nil" : String.valueOf(pp.id));
            sb.append(" curg=").append(g == null ? "nil" : String.valueOf(g.id));
            sb.append(" spinning=").append(m.spinning);
            sb.append(" lockedg=").append(locked == null ? "nil" : String.valueOf(locked.id));
        }
        return sb.toString();
    }

    /// Waits until nothing runs or is queued; false if that has not come about after `nanos`.
    public static boolean awaitIdle(Sched sched, long nanos) {
        Clock real = Clock.system();
        long deadline = real.nanos() + nanos;
        while (!sched.isIdle()) {
            if (real.nanos() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return true;
    }

    /// Waits until none of some goroutines runs or is runnable.
    public static boolean awaitIdle(Sched sched, long nanos, Predicate<Thread> which) {
        Clock real = Clock.system();
        long deadline = real.nanos() + nanos;
        while (anyActive(sched, which)) {
            if (real.nanos() - deadline > 0) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return true;
    }

    private static boolean anyActive(Sched sched, Predicate<Thread> which) {
        boolean[] active = {false};
        sched.forEachG(g -> {
            boolean runs =
                    switch (g.status()) {
                        case G.RUNNABLE -> true;
                        case G.RUNNING -> !JdkWaits.waits(g.thread);
                        default -> false;
                    };
            if (runs && which.test(g.thread)) {
                active[0] = true;
            }
        });
        return active[0];
    }

    /// Waits until exactly `n` goroutines wait in operations of ours and nothing is queued.
    public static void awaitParked(Sched sched, int n) {
        Clock real = Clock.system();
        long deadline = real.nanos() + PATIENCE;
        for (; ; ) {
            int[] parked = {0};
            sched.forEachG(g -> {
                if (g.status() == G.WAITING) {
                    parked[0]++;
                }
            });
            if (parked[0] == n && sched.nothingQueued()) {
                return;
            }
            if (real.nanos() - deadline > 0) {
                throw new IllegalStateException(
                        "awaitParked: want "
                                + n
                                + " waiting goroutines, got "
                                + parked[0]
                                + "\n"
                                + sched.state());
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
