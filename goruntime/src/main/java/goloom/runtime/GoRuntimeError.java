package goloom.runtime;

/// A panic that the runtime itself starts; its value is an error, this object. Go: runtime.Error.
public final class GoRuntimeError extends GoPanic {
    private static final long serialVersionUID = 1L;

    /// For the runtime.
    public GoRuntimeError(String text) {
        super(null, text);
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
