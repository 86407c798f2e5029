package goloom.kernel.wire;

import org.jspecify.annotations.Nullable;

/// Memory kept for bad times. When a cell has used up the heap, whoever notices first lets it go,
/// so that the kernel has room to say so. Safe for many threads; never throws.
public final class Reserve {
    private static final int MOST_BYTES = 8 << 20;
    private static final int SHARE = 32;

    private static volatile byte @Nullable [] held;

    private Reserve() {}

    /// Lets it go if there is no memory left.
    public static void releaseOn(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            held = null;
        }
    }

    /// Takes it, if there is room.
    public static void take() {
        if (held != null) {
            return;
        }
        try {
            held = new byte[(int) Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE)];
        } catch (OutOfMemoryError _) {
            // Not now. The next cell may leave more.
        }
    }
}
