package goloom.runtime;

import goloom.runtime.internal.Running;
import java.util.ArrayDeque;

/// Calls to be made at the end of a block, the last one first: Go's `defer`.
///
/// ```java
/// try (var d = defers()) {
///     d.add(() -> println("last"));
///     d.add(() -> println("first"));
/// }
/// ```
///
/// They run when the block ends, also by a panic or goexit. A panic in one of them does not keep
/// the others from running. They do not run when the program is over or the goroutine was stopped
/// from outside.
///
/// `Differs from Go:` they run at the end of the block, not of the function; and a catch clause
/// does not see a panic of a call that runs because of goexit, so that it ends the program.
public final class Defers implements AutoCloseable {
    private final ArrayDeque<GoBody> bodies = new ArrayDeque<>();

    Defers() {}

    /// Adds a call.
    public void add(GoBody body) {
        bodies.push(body);
    }

    /// Makes the calls.
    @Override
    public void close() {
        Throwable first = null;
        while (!bodies.isEmpty()) {
            GoBody b = bodies.pop();
            if (Running.isEnding()) {
                return;
            }
            try {
                b.run();
            } catch (Throwable e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw Bodies.<RuntimeException>as(first);
        }
    }
}
