package goloom.runtime.internal;

import goloom.trace.WaitReason;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What a goroutine that waits in JDK code waits for.
final class JdkWaits {
    private JdkWaits() {}

    /// True if its virtual thread is parked, blocked or waiting, not by us.
    static boolean waits(Thread t) {
        return switch (VThreads.state(t)) {
            case VThreads.PARKED,
                    VThreads.TIMED_PARKED,
                    VThreads.PINNED,
                    VThreads.TIMED_PINNED,
                    VThreads.BLOCKED,
                    VThreads.WAIT,
                    VThreads.TIMED_WAIT ->
                    true;
            default -> false;
        };
    }

    /// True if it waits with a time limit.
    static boolean isTimed(Thread t) {
        return switch (VThreads.state(t)) {
            case VThreads.TIMED_PARKED, VThreads.TIMED_PINNED, VThreads.TIMED_WAIT -> true;
            default -> false;
        };
    }

    static WaitReason reason(Thread t) {
        return switch (VThreads.state(t)) {
            case VThreads.BLOCKED -> WaitReason.JAVA_MONITOR;
            case VThreads.WAIT, VThreads.TIMED_WAIT -> WaitReason.JAVA_WAIT;
            case VThreads.TIMED_PARKED, VThreads.TIMED_PINNED ->
                    LockSupport.getBlocker(t) == null ? WaitReason.SLEEP : WaitReason.JAVA_PARK;
            default -> WaitReason.JAVA_PARK;
        };
    }

    static @Nullable Object blocker(Thread t) {
        return LockSupport.getBlocker(t);
    }

    /// `ReentrantLock` for its inner `NonfairSync`.
    static String nameOf(Object blocker) {
        Class<?> c = blocker.getClass();
        while (c.getEnclosingClass() != null) {
            c = c.getEnclosingClass();
        }
        return c.getSimpleName();
    }
}
