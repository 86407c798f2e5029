package goloom.runtime.internal;

/// Thrown through a goroutine's frames to end it. Not an Exception, so that learners' handlers do
/// not see it; classes of cells throw it again where a handler catches Throwable.
public abstract sealed class Unwind extends Error permits Kill, Goexit {
    private static final long serialVersionUID = 1L;

    Unwind(String message, boolean suppression) {
        super(message, null, suppression, false);
    }
}
