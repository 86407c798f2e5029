package goloom.runtime.internal;

import org.jspecify.annotations.Nullable;

/// What classes that were woven for the runtime call, besides [Preempt]. Not for hand-written code.
public final class Woven {
    private Woven() {}

    /// Before a call into the runtime: which line makes it.
    ///
    /// @param site a packed [goloom.trace.Site]
    public static void at(int site) {
        G g = G.current();
        if (g != null) {
            g.site = site;
        }
    }

    /// After a channel, a lock or the like was put into a variable: its name. The first counts.
    public static void name(@Nullable Object o, String variable) {
        for (Waitable w : Names.of(o)) {
            w.name(variable);
        }
    }

    /// At the start of a handler for Throwable or Error: what ends a goroutine cannot be caught.
    public static void caught(Throwable e) {
        if (e instanceof Unwind u) {
            throw u;
        }
    }

    /// Before a call that may block the thread.
    public static void enterSyscall() {
        G g = G.current();
        if (g != null && g.status() == G.RUNNING) {
            g.sched.entersyscall(g);
        }
    }

    /// After it, also when it threw.
    public static void exitSyscall() {
        G g = G.current();
        if (g != null && g.status() == G.SYSCALL) {
            g.sched.exitsyscall(g);
        }
    }

    /// False for a goroutine that has been cut off: what it prints is not shown.
    public static boolean mayPrint() {
        return !Running.isEnding();
    }
}
