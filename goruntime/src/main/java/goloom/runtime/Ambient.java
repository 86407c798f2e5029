package goloom.runtime;

import goloom.runtime.internal.Running;
import goloom.runtime.internal.Sched;
import java.time.Duration;

/// The runtime that a call belongs to.
final class Ambient {
    private Ambient() {}

    /// That of the calling goroutine, or of the calling thread's [RuntimeScope].
    static Sched sched(String operation) {
        Sched s = Running.sched();
        if (s != null) {
            return s;
        }
        if (Thread.currentThread().getContextClassLoader() instanceof RuntimeScope scope) {
            return scope.runtime().sched();
        }
        throw new IllegalStateException(
                operation
                        + ": this thread ("
                        + Thread.currentThread().getName()
                        + ") is no goroutine; call it inside Go.main(() -> { ... })");
    }

    /// The time of the runtime's clock after `d`.
    static long when(Sched s, Duration d) {
        long nanos = nanos(d);
        return s.after(Math.max(0, nanos));
    }

    /// A duration in nanoseconds, the longest if it is longer.
    static long nanos(Duration d) {
        try {
            return d.toNanos();
        } catch (ArithmeticException e) {
            return d.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
