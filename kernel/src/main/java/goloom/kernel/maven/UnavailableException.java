package goloom.kernel.maven;

/// A library cannot be had. The message says why.
public final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnavailableException(String why, Throwable cause) {
        super(why, cause);
    }
}
