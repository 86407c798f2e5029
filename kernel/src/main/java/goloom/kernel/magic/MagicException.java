package goloom.kernel.magic;

/// A magic was used wrongly or cannot do what it should. The message says what, the value, and what
/// to do.
public final class MagicException extends Exception {
    private static final long serialVersionUID = 1L;

    public MagicException(String message) {
        super(message);
    }
}
