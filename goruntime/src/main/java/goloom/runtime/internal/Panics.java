package goloom.runtime.internal;

import goloom.runtime.GoPanic;
import goloom.runtime.GoRuntimeError;

/// Go's words for what goes wrong. They stand nowhere else; the conformance tests compare them with
/// real Go.
public final class Panics {
    private Panics() {}

    public static final String DEADLOCK = "all goroutines are asleep - deadlock!";
    public static final String NO_GOROUTINES =
            "no goroutines (main called runtime.Goexit) - deadlock!";
    public static final String STACK_OVERFLOW = "stack overflow";
    public static final String PRINTING = "panic while printing panic value: ";

    // ---- panics: they can be recovered

    static GoPanic sendOnClosed() {
        return new GoRuntimeError("send on closed channel");
    }

    static GoPanic closeOfClosed() {
        return new GoRuntimeError("close of closed channel");
    }

    public static GoPanic closeOfNil() {
        return new GoRuntimeError("close of nil channel");
    }

    public static GoPanic makechanSize() {
        return new GoRuntimeError("makechan: size out of range");
    }

    public static GoPanic nilPanic() {
        return new GoRuntimeError("panic called with nil argument");
    }

    public static GoPanic negativeWaitGroup() {
        return plain("sync: negative WaitGroup counter");
    }

    public static GoPanic waitGroupMisuse() {
        return plain("sync: WaitGroup misuse: Add called concurrently with Wait");
    }

    public static GoPanic waitGroupReused() {
        return plain("sync: WaitGroup is reused before previous Wait has returned");
    }

    /// A panic whose value is a string.
    public static GoPanic plain(String text) {
        return new GoPanic(text);
    }

    // ---- fatal errors: they end the program

    public static Error unlockOfUnlockedMutex() {
        return fatal("sync: unlock of unlocked mutex");
    }

    public static Error unlockOfUnlockedRWMutex() {
        return fatal("sync: Unlock of unlocked RWMutex");
    }

    public static Error rUnlockOfUnlockedRWMutex() {
        return fatal("sync: RUnlock of unlocked RWMutex");
    }

    public static Error inconsistentMutex() {
        return fatal("sync: inconsistent mutex state");
    }

    public static Error goOfNil() {
        return fatal("go of nil func value", true);
    }

    /// Ends the program of the calling goroutine with `fatal error: text`. Never returns normally;
    /// the result is for `throw`. On a thread that is no goroutine it throws an
    /// IllegalStateException.
    public static Error fatal(String text) {
        return fatal(text, false);
    }

    private static Error fatal(String text, boolean all) {
        G g = G.current();
        if (g == null) {
            throw new IllegalStateException("fatal error: " + text);
        }
        g.sched.program.fatal(g, text, all);
        throw Kill.INSTANCE;
    }
}
