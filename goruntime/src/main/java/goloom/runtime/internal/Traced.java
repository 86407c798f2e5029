package goloom.runtime.internal;

import goloom.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// Trace events of channels, locks and counters, which do not go through the scheduler.
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
        TraceBuf t = buffer(w, null);
        if (t != null) {
            t.enter();
            t.sync(kind, G.current(), w, arg);
            t.leave();
        }
    }

    /// Where it is recorded what the calling thread does with `w`; null: nowhere. What an M does by
    /// itself, for a timer, is not recorded.
    ///
    /// @param partner the goroutine that it meets there
    static @Nullable TraceBuf buffer(Waitable w, @Nullable G partner) {
        if (!Tracer.anyOn) {
            return null;
        }
        G g = G.current();
        if (g == null) {
            return M.current() == null ? Tracer.ofOutsideThread(w, partner) : null;
        }
        M m = g.m;
        return m == null ? null : m.trace;
    }
}
