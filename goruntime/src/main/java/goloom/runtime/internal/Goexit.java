package goloom.runtime.internal;

/// Ends the goroutine that throws it, after its deferred calls. Go: runtime/panic.go, Goexit.
public final class Goexit extends Unwind {
    private static final long serialVersionUID = 1L;

    private Goexit() {
        super("goexit", true);
    }

    /// To be thrown. Panics on a thread that is no goroutine.
    public static Goexit now() {
        if (G.current() == null) {
            throw new IllegalStateException("goexit: this thread is no goroutine");
        }
        return new Goexit(); // a new one: it keeps the panics of deferred calls
    }
}
