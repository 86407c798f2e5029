package goloom.kernel.java;

import goloom.kernel.java.CellProgram.Step;
import goloom.kernel.log.Log;
import goloom.kernel.session.CellOutput;
import goloom.runtime.Go;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.trace.Ending;

/// Runs a cell that nobody sees, before the first one, so that the learner's first goroutines find
/// compiler, scheduler and picture loaded. Without it the first `main` spends milliseconds between
/// two statements, and the goroutine that it has started is always ahead.
final class WarmUp {
    private static final String CELL =
            """
            var ch = chan(int.class);
            var done = signal();
            var wg = new WaitGroup();
            var mu = new Mutex();
            String text = "n" + 1;
            void work(int n) { println(text, n); }
            go("sender", () -> { for (int i : range(3)) ch.send(i); ch.close(); });
            for (var v : ch) work(v);
            wg.go(() -> { mu.lock(); mu.unlock(); });
            go(() -> { done.close(); });
            select(onRecv(done), onRecv(after(ofMillis(1)), t -> {}));
            wg.await();
            print("x", 1.5, List.of(1), "\\n");
            printf("%d%n", 1);
            ch.cap() + 1
            """;

    private static final int ENDS = 300; // some 30 ms; after 200 a method is compiled

    private WarmUp() {}

    /// @param output takes what the cell prints, on the way that all prints go
    static void run(JavaSession session, Sources sources, CellOutput output) {
        session.tryOut(CELL, program -> run(program, session.loader(), sources, output));
        endMain();
    }

    /// The way from the last `go` of a main to its end has to be quick from the first cell on: it
    /// is a race with the thread that comes to steal the goroutine.
    private static void endMain() {
        try (GoRuntime runtime = GoRuntime.builder().endsWithMain(false).build()) {
            runtime.startTrace(100_000);
            for (int i = 0; i < ENDS; i++) {
                runtime.run(() -> Go.go(() -> {}));
            }
            runtime.stopTrace(Ending.returned());
        }
    }

    private static void run(
            CellProgram program, ClassLoader loader, Sources sources, CellOutput output) {
        Thread me = Thread.currentThread();
        ClassLoader before = me.getContextClassLoader();
        try (GoRuntime runtime = GoRuntime.builder().build()) {
            me.setContextClassLoader(new CellScope(loader, output, runtime, sources));
            runtime.startTrace(100_000);
            Outcome outcome =
                    runtime.run(() -> {
                        for (Step s : program.steps()) {
                            Steps.call(s);
                        }
                    });
            if (!(outcome instanceof Outcome.Returned)) {
                Log.note("the warm-up cell failed: " + outcome);
            }
            Pictures.of(runtime.stopTrace(GoRuntime.ending(outcome)), sources);
        } finally {
            me.setContextClassLoader(before);
        }
    }
}
