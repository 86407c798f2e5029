package goloom.runtime;

/// A thread that is no goroutine was interrupted while it waited in an operation of ours. Its
/// interrupt status stays set.
public final class GoInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// For the runtime.
    public GoInterrupted(String operation) {
        super("interrupted in " + operation);
    }
}
