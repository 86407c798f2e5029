package goloom.runtime;

import org.jspecify.annotations.Nullable;

/// A panic that the runtime itself starts; its value is an error, this object. Go: runtime.Error.
///
/// [Go#recovered] gives one for Java's own run-time exceptions too, such as NullPointerException:
/// with Go's text, and the exception as its cause.
public final class GoRuntimeError extends GoPanic {
    private static final long serialVersionUID = 1L;

    /// For the runtime.
    public GoRuntimeError(String text) {
        this(text, null);
    }

    /// For the runtime.
    public GoRuntimeError(String text, @Nullable Throwable cause) {
        super(text, cause, null);
    }

    @Override
    public Object value() {
        return this;
    }

    /// Go's text: the value of a panic is printed by what it says.
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
