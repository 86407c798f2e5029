package goloom.kernel.java;

import goloom.kernel.magic.Settings;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The runtimes of a kernel: one on which plain cells run, one after the other, and a new one for
/// each cell that is a program.
final class Runtimes implements AutoCloseable {
    private final Settings settings;
    private final Consumer<Outcome> onEnd;
    private @Nullable GoRuntime session; // guarded by this

    /// @param onEnd told when the session's runtime ends while no cell runs: a panic in a goroutine
    Runtimes(Settings settings, Consumer<Outcome> onEnd) {
        this.settings = settings;
        this.onEnd = onEnd;
    }

    /// The runtime of plain cells. After a panic or a deadlock it is a fresh one.
    synchronized GoRuntime session() {
        GoRuntime r = session;
        if (r == null || r.hasEnded()) {
            r = builder().endsWithMain(false).onEnd(onEnd).build();
            session = r;
        }
        return r;
    }

    /// The runtime of plain cells, if it is there.
    synchronized @Nullable GoRuntime sessionOrNull() {
        return session == null || session.hasEnded() ? null : session;
    }

    /// A runtime for one program.
    GoRuntime program() {
        return builder().build();
    }

    /// Ends all goroutines; the next cell gets a fresh runtime.
    synchronized void reset() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private GoRuntime.Builder builder() {
        return GoRuntime.builder().procs(settings.procs()).preempts(settings.preempts());
    }

    @Override
    public void close() {
        reset();
    }
}
