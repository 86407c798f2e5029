package goloom.runtime.internal;

/// Ends a goroutine from outside: an interrupt, or the end of its program. Its `finally` blocks
/// run, its deferred bodies do not.
public final class Kill extends Unwind {
    private static final long serialVersionUID = 1L;
    static final Kill INSTANCE = new Kill();

    private Kill() {
        super("goroutine was ended", false);
    }
}
