package goloom.runtime.internal;

import goloom.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// Trace events of locks and counters, which do not go through the scheduler.
public final class Traced {
    private Traced() {}

    /// True while some runtime takes a trace.
    public static boolean on() {
        return Tracer.anyOn;
    }

    public static void locked(Waitable w) {
        sync(EventKind.LOCK, w, 0);
    }

    public static void unlocked(Waitable w) {
        sync(EventKind.UNLOCK, w, 0);
    }

    public static void waitGroup(Waitable w, int counter) {
        sync(EventKind.WAITGROUP, w, counter);
    }

    /// The calling goroutine has waited for a WaitGroup.
    public static void waited(Waitable w) {
        sync(EventKind.WAITGROUP_WAITED, w, 0);
    }

    private static void sync(EventKind kind, Waitable w, int arg) {
        G g = G.current();
        M m = g == null ? null : g.m;
        @Nullable TraceBuf t = m == null ? null : m.trace;
        if (g != null && t != null) {
            t.sync(kind, g, w, arg);
        }
    }
}
