package goloom.runtime.internal;

import goloom.runtime.Clock;
import goloom.trace.WaitReason;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// What the public package asks of the goroutine that calls it.
public final class Running {
    private static final int ACTIVE_SPINS = 4;
    private static final int PAUSES = 30;
    private static final int CPUS = Runtime.getRuntime().availableProcessors();

    private Running() {}

    /// The runtime of the calling goroutine; null on another thread.
    public static @Nullable Sched sched() {
        G g = G.current();
        return g == null ? null : g.sched;
    }

    /// Time on the clock of the calling goroutine's runtime.
    public static long nanotime() {
        Sched s = sched();
        return s == null ? Clock.system().nanos() : s.nanotime();
    }

    /// True if a mutex may spin once more before it waits: several CPUs, another P at work, and
    /// nothing else to do here. Go: sync_runtime_canSpin.
    public static boolean canSpin(int spins) {
        if (spins >= ACTIVE_SPINS || CPUS <= 1) {
            return false;
        }
        G g = G.current();
        if (g == null) {
            return true;
        }
        P pp = g.m().p;
        return pp != null && pp.isEmpty() && g.sched.othersWork();
    }

    public static void spin() {
        for (int i = 0; i < PAUSES; i++) {
            Thread.onSpinWait();
        }
    }

    public static int goid() {
        G g = G.current();
        return g == null ? 0 : g.id;
    }

    public static int threadId() {
        G g = G.current();
        return g == null ? -1 : g.m().id;
    }

    public static int procId() {
        G g = G.current();
        P pp = g == null ? null : g.m().p;
        return pp == null ? -1 : pp.id;
    }

    public static void gosched() {
        G g = G.current();
        if (g == null) {
            Thread.yield();
        } else {
            g.goschedImpl(WaitReason.GOSCHED);
        }
    }

    public static void lockOSThread() {
        G g = G.current();
        if (g == null) {
            return;
        }
        g.lockCount++;
        M m = g.m();
        g.lockedm = m;
        m.lockedg = g;
        if (g.lockCount == 1) {
            traceLockThread(m, g, true);
        }
    }

    public static void unlockOSThread() {
        G g = G.current();
        if (g == null || g.lockCount == 0 || --g.lockCount > 0) {
            return;
        }
        g.m().lockedg = null;
        g.lockedm = null;
        traceLockThread(g.m(), g, false);
    }

    private static void traceLockThread(M m, G g, boolean lock) {
        TraceBuf t = m.trace;
        if (t != null) {
            t.lockThread(g, lock);
        }
    }

    /// True if the calling goroutine is being ended: it must not print, and its deferred calls do
    /// not run.
    public static boolean isEnding() {
        G g = G.current();
        return g != null && (g.killed || g.sched.program().isOver());
    }

    /// Prints what a goroutine prints, unless it is to end: then it ends. On another thread, to
    /// System.out.
    public static void print(String text) {
        checkAlive();
        Sched s = sched();
        (s == null ? System.out : s.program.stdout()).print(text);
    }

    /// Ends the calling goroutine if it is to end.
    private static void checkAlive() {
        if (isEnding()) {
            throw Kill.INSTANCE;
        }
    }

    /// Runs a thread to its end. The goroutine waits meanwhile, and is not asleep.
    static void waitFor(G me, Thread t) {
        boolean before = me.external;
        me.external = true;
        t.setDaemon(true);
        t.start();
        boolean interrupted = false;
        while (t.isAlive()) {
            try {
                t.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        me.external = before;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What `recover()` gives.
    public static @Nullable Object recover(Throwable e) {
        Throwable last = PanicText.chain(e).getLast();
        if (last instanceof Unwind u) {
            throw u;
        }
        Object v = PanicText.valueOf(last);
        if (v instanceof String s) {
            v = copy(s);
        }
        G g = G.current();
        if (g != null) {
            g.recovered = new G.Recovered(e, v);
        }
        return v;
    }

    /// An equal string that is no other string: `panic(r)` of a recovered value is told by its
    /// identity from a later panic with the same literal.
    @SuppressWarnings("StringCopy")
    private static String copy(String s) {
        return new String(s);
    }

    /// The panic from which the calling goroutine has recovered last, if this very value was its
    /// value. Numbers are no objects of their own: of them it is not known.
    public static @Nullable Throwable recoveredValueIs(Object v) {
        G g = G.current();
        boolean shared = v instanceof Number || v instanceof Boolean || v instanceof Character;
        G.Recovered r = g == null || shared ? null : g.recovered;
        return r != null && r.value() == v ? r.panic() : null;
    }

    public static <T extends @Nullable Object> T external(Callable<T> wait) throws Exception {
        G g = G.current();
        if (g == null) {
            return wait.call();
        }
        g.external = true;
        try {
            return wait.call();
        } finally {
            g.external = false;
        }
    }
}
