package goloom.runtime;

/// The error of a context that is done.
public final class ContextException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean timeout;

    ContextException(String message, boolean timeout) {
        super(message, null, false, false);
        this.timeout = timeout;
    }

    /// True for a deadline that has passed.
    public boolean timeout() {
        return timeout;
    }

    /// What it says, as Go prints errors.
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
