package goloom.kernel.java;

import goloom.kernel.java.CellProgram.Step;
import goloom.kernel.magic.CellOptions;
import goloom.kernel.magic.Magic;
import goloom.kernel.magic.MagicCall;
import goloom.kernel.magic.MagicException;
import goloom.kernel.magic.MagicHost;
import goloom.kernel.magic.MagicLines;
import goloom.kernel.magic.Magics;
import goloom.kernel.magic.Settings;
import goloom.kernel.magic.Settings.TraceMode;
import goloom.kernel.protocol.ErrorReport;
import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.protocol.Publication.StreamName;
import goloom.kernel.session.Cell;
import goloom.kernel.session.CellOutput;
import goloom.kernel.session.ExecuteOutcome;
import goloom.runtime.GoRuntime;
import goloom.runtime.GoroutineDump;
import goloom.runtime.Outcome;
import goloom.trace.EventKind;
import goloom.trace.Trace;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of one cell, from its text to its result: read [#run].
final class CellRun implements MagicHost {
    private static final long MOST_EVENTS = 1_000_000;

    /// How long the picture of a plain cell waits for goroutines that still run when main has
    /// ended.
    private static final Duration SETTLE = Duration.ofMillis(100);

    private final JavaInterpreter kernel;
    private final Cell cell;
    private final CellOutput output;
    private final CellOptions options = new CellOptions();
    private final Thread me = Thread.currentThread(); // it waits while the cell runs
    private volatile boolean interrupted;
    private volatile @Nullable CellScope scope; // while the cell's code runs
    private volatile boolean started;
    private @Nullable Object value;
    private Runnable remaining = () -> {}; // the picture, and the end of the runtime

    CellRun(JavaInterpreter kernel, Cell cell, CellOutput output) {
        this.kernel = kernel;
        this.cell = cell;
        this.output = output;
    }

    /// The steps.
    ExecuteOutcome run() {
        kernel.sources().put(cell.count(), cell.code());
        MagicLines lines = MagicLines.of(cell.code(), magics()::exists);
        try {
            runMagics(lines);
        } catch (MagicException e) {
            return failed(ErrorText.magic(e));
        } catch (Exception e) {
            return interrupted
                    ? new ExecuteOutcome.Interrupted(List.of())
                    : failed(ErrorText.magic(e));
        }
        if (lines.code().isBlank()) {
            return ExecuteOutcome.NOTHING;
        }
        CellProgram program;
        switch (kernel.java().compile(cell.count(), lines.code())) {
            case CompileResult.Rejected(var problems) -> {
                return failed(ErrorText.compile(problems, cell.count(), kernel.sources()));
            }
            case CompileResult.Compiled(var compiled, var notes) -> {
                program = compiled;
                notes.forEach(n -> output.display(MimeBundle.text(n)));
            }
        }
        if (interrupted) {
            return new ExecuteOutcome.Interrupted(List.of());
        }
        return execute(program);
    }

    private void runMagics(MagicLines lines) throws Exception {
        for (MagicLines.Found f : lines.magics()) {
            Magic m = magics().get(f.name());
            m.run(new MagicCall(f.arguments(), f.cell(), f.line(), this));
        }
    }

    // ---- running

    private ExecuteOutcome execute(CellProgram program) {
        GoRuntime runtime = options.isProgram() ? kernel.runtimes().program() : runtime();
        CellScope mine = new CellScope(kernel.java().loader(), output, runtime);
        boolean traced = mayTrace();
        ClassLoader before = me.getContextClassLoader();
        me.setContextClassLoader(mine);
        final Outcome outcome;
        try {
            if (traced) {
                runtime.startTrace(MOST_EVENTS);
            }
            scope = mine;
            outcome = runtime.run(() -> steps(program));
        } finally {
            scope = null;
            me.setContextClassLoader(before);
        }
        if (outcome instanceof Outcome.Returned && traced && !options.isProgram()) {
            runtime.awaitIdle(SETTLE, mine::owns);
        }
        remaining =
                () -> {
                    if (traced) {
                        picture(runtime.stopTrace(GoRuntime.ending(outcome)));
                    }
                    if (options.isProgram()) {
                        runtime.close();
                    }
                };
        if (!(outcome instanceof Outcome.Interrupted)) {
            finish();
        }
        return result(outcome);
    }

    /// Does what remains, once. After an interrupt the reply goes first: the trace of a thousand
    /// goroutines takes its time.
    void finish() {
        Runnable r = remaining;
        remaining = () -> {};
        r.run();
    }

    private void steps(CellProgram program) throws Exception {
        if (interrupted) {
            return; // before its goroutine was there
        }
        started = true;
        for (Step step : program.steps()) {
            Object v = call(step);
            if (v == CellEnd.NOW) {
                return;
            }
            if (step == program.result()) {
                value = v;
            }
        }
    }

    static @Nullable Object call(Step step) throws Exception {
        try {
            return (Object) step.code().invokeExact();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /// Ends the cell. From the control thread, at any time.
    void interrupt() {
        interrupted = true;
        CellScope s = scope;
        if (s != null) {
            GoRuntime.interruptThreads(t -> t != me && s.owns(t));
            s.runtime().interrupt(s::owns);
        }
    }

    // ---- what comes of it

    private boolean mayTrace() {
        return options.isTraced() || settings().trace() != TraceMode.OFF;
    }

    private void picture(Trace trace) {
        if (options.isTraced() || settings().trace() == TraceMode.ON || startsGoroutines(trace)) {
            kernel.lastTrace(trace);
            output.display(Pictures.of(trace, kernel.sources()));
        }
    }

    /// A goroutine other than main was started in the time of the trace.
    private static boolean startsGoroutines(Trace trace) {
        for (int i = 0; i < trace.size(); i++) {
            if (trace.kind(i) == EventKind.GO_CREATE && trace.target(i) != 1) {
                return true;
            }
        }
        return false;
    }

    private ExecuteOutcome result(Outcome outcome) {
        if (outcome instanceof Outcome.Interrupted i) {
            return new ExecuteOutcome.Interrupted(
                    i.stuck().isEmpty() ? List.of() : ErrorText.stuck(i, kernel.sources()));
        }
        if (!started) {
            return new ExecuteOutcome.Interrupted(List.of());
        }
        if (options.isProgram() && outcome.exitCode() == 0) {
            return ExecuteOutcome.NOTHING;
        }
        CellError error = ErrorText.runtime(outcome, kernel.sources(), kernel.java()::missing);
        if (error != null) {
            return failed(error);
        }
        return value == null
                ? ExecuteOutcome.NOTHING
                : new ExecuteOutcome.Ok(kernel.render(value), List.of());
    }

    private static ExecuteOutcome failed(CellError e) {
        return new ExecuteOutcome.Failed(new ErrorReport(e.name(), e.value(), e.traceback()));
    }

    // ---- for magics

    @Override
    public Settings settings() {
        return kernel.settings();
    }

    @Override
    public CellOptions options() {
        return options;
    }

    @Override
    public GoRuntime runtime() {
        return kernel.runtimes().session();
    }

    @Override
    public @Nullable Trace lastTrace() {
        return kernel.lastTrace();
    }

    @Override
    public String describe(GoroutineDump goroutine) {
        return ErrorText.describe(goroutine, kernel.sources());
    }

    @Override
    public void print(String text) {
        output.print(StreamName.STDOUT, text);
    }

    @Override
    public Magics magics() {
        return kernel.magics();
    }
}
