package goloom.runtime;

import goloom.runtime.internal.PanicText;
import org.jspecify.annotations.Nullable;

/// A panic on its way up the stack. Thrown by [Go#panic] and by operations that Go lets panic, such
/// as a send on a closed channel. Caught with `catch (RuntimeException e)`; [Go#recovered] then
/// gives the value.
public class GoPanic extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object value;
    private final transient @Nullable Throwable follows;

    /// For the runtime; programs call [Go#panic].
    public GoPanic(Object value) {
        this(value, null);
    }

    GoPanic(Object value, @Nullable Throwable follows) {
        super(null, value instanceof Throwable t ? t : null);
        this.value = value;
        this.follows = follows;
    }

    /// A run-time error: its value is itself.
    GoPanic(String text, @Nullable Throwable cause, @Nullable Throwable follows) {
        super(text, cause);
        this.value = null;
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

    /// The value in words, made when they are asked for: that may run code of the value's class.
    @Override
    public @Nullable String getMessage() {
        return value == null ? super.getMessage() : PanicText.text(value);
    }
}
