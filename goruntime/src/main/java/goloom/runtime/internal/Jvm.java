package goloom.runtime.internal;

import org.jspecify.annotations.Nullable;

/// Whether this JVM can run goroutines.
public final class Jvm {
    private static final @Nullable String PROBLEM = find();

    private Jvm() {}

    private static @Nullable String find() {
        try {
            VThreads.load();
            return null;
        } catch (VThreads.IllegalStateError e) {
            return e.getMessage();
        }
    }

    /// Throws where it cannot.
    ///
    /// @throws UnsupportedOperationException with a sentence that says what to do
    public static void require() {
        if (PROBLEM != null) {
            throw new UnsupportedOperationException(PROBLEM);
        }
    }
}
