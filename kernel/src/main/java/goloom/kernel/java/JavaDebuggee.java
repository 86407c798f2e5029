package goloom.kernel.java;

import goloom.kernel.debug.Debuggee;
import goloom.kernel.debug.Goroutine;
import goloom.kernel.protocol.MimeBundle;
import goloom.runtime.GoRuntime;
import goloom.runtime.GoroutineDump;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a debugger sees of the cells: their variables and goroutines.
final class JavaDebuggee implements Debuggee {
    /// Goroutines of a second program get numbers from here on.
    private static final int NEXT_PROGRAM = 1_000_000;

    private final JavaInterpreter kernel;

    JavaDebuggee(JavaInterpreter kernel) {
        this.kernel = kernel;
    }

    @Override
    public List<Variable> variables() {
        return kernel.java().variables().stream()
                .map(v -> new Variable(v.name(), v.type(), v.value()))
                .toList();
    }

    @Override
    public int goroutineCount() {
        return kernel.liveRuntimes().stream().mapToInt(GoRuntime::numGoroutine).sum();
    }

    @Override
    public List<Goroutine> goroutines() {
        List<Goroutine> all = new ArrayList<>();
        int base = 0;
        for (GoRuntime runtime : kernel.liveRuntimes()) {
            for (GoroutineDump g : runtime.goroutines()) {
                all.add(goroutine(g, base));
            }
            base += NEXT_PROGRAM;
        }
        return all;
    }

    private Goroutine goroutine(GoroutineDump g, int base) {
        Sources sources = kernel.sources();
        List<Goroutine.Call> calls =
                CellFrames.folded(CellFrames.of(g.frames())).stream()
                        .map(f ->
                                new Goroutine.Call(sources.named(f.toString()), f.cell(), f.line()))
                        .toList();
        return new Goroutine(
                base + g.id(),
                g.id(),
                g.name(),
                g.state(),
                g.waitsFor(),
                ErrorText.startOf(g, sources),
                calls,
                ErrorText.describe(g, sources));
    }

    /// While a cell runs, code of the learner does not run beside it.
    @Override
    public MimeBundle display(@Nullable Object value) {
        return kernel.isRunning()
                ? Showing.withoutCode(value)
                : new Showing(kernel.java().loader(), kernel.unseenOutput(), kernel.sources())
                        .display(value);
    }

    @Override
    public Map<Integer, String> cells() {
        return kernel.sources().all();
    }
}
