package goloom.runtime;

import org.jspecify.annotations.Nullable;

/// A panic on its way up the stack. Thrown by [Go#panic] and by operations that Go lets panic, such
/// as a send on a closed channel. Caught with `catch (RuntimeException e)`; [Go#recovered] then
/// gives the value.
public class GoPanic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object value;
    private final transient @Nullable Throwable follows;

    /// For the runtime; programs call [Go#panic].
    public GoPanic(@Nullable Object value, String text) {
        this(value, text, null);
    }

    GoPanic(@Nullable Object value, String text, @Nullable Throwable follows) {
        super(text, value instanceof Throwable t ? t : null);
        this.value = value;
        this.follows = follows;
    }

    /// The panic that was recovered and then started again with this one.
    public @Nullable Throwable follows() {
        return follows;
    }

    /// What was given to `panic`.
    public @Nullable Object value() {
        return value;
    }
}
