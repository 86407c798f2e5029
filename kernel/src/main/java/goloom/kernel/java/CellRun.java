package goloom.kernel.java;

import goloom.kernel.display.Rendering;
import goloom.kernel.magic.CellOptions;
import goloom.kernel.magic.Magic;
import goloom.kernel.magic.MagicCall;
import goloom.kernel.magic.MagicException;
import goloom.kernel.magic.MagicHost;
import goloom.kernel.magic.MagicLines;
import goloom.kernel.magic.Magics;
import goloom.kernel.magic.Settings;
import goloom.kernel.magic.Settings.TraceMode;
import goloom.kernel.magic.Variable;
import goloom.kernel.protocol.ErrorReport;
import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.protocol.Publication.StreamName;
import goloom.kernel.session.Cell;
import goloom.kernel.session.CellOutput;
import goloom.kernel.session.ExecuteOutcome;
import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.runtime.GoroutineDump;
import goloom.runtime.Outcome;
import goloom.timeline.Timeline;
import goloom.trace.Trace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of one cell, from its text to its result: read [#run].
final class CellRun implements MagicHost {
    private static final int MOST_OF_A_VALUE = 60;
    private static final long MOST_EVENTS = 1_000_000;
    private static final int MOST_LIVE = 100_000; // events in a picture of a cell that still runs

    /// How long the picture of a plain cell waits for goroutines that still run when main has
    /// ended.
    private static final Duration SETTLE = Duration.ofMillis(100);

    private final JavaInterpreter kernel;
    private final Cell cell;
    private final CellOutput output;
    private final CellOptions options = new CellOptions();
    private final Thread me = Thread.currentThread(); // it waits while the cell runs
    private volatile boolean interrupted;
    private volatile Runnable onInterrupt = () -> {}; // while a magic runs
    private volatile @Nullable CellScope scope; // while the cell's code runs
    private @Nullable String progressId; // of the line that shows it; guarded by this
    private Runnable remaining = () -> {}; // the picture, and the end of the runtime

    CellRun(JavaInterpreter kernel, Cell cell, CellOutput output) {
        this.kernel = kernel;
        this.cell = cell;
        this.output = output;
    }

    /// The steps.
    ExecuteOutcome run() {
        kernel.sources().put(cell.count(), cell.code());
        MagicLines lines = MagicLines.of(cell.code(), magics(), kernel.java()::declares);
        try {
            runMagics(lines);
        } catch (LoadFailed e) {
            return e.outcome;
        } catch (MagicException e) {
            return failed(ErrorText.magic(e));
        } catch (Exception e) {
            return interrupted
                    ? new ExecuteOutcome.Interrupted(List.of())
                    : failed(ErrorText.magic(e));
        }
        return interrupted
                ? new ExecuteOutcome.Interrupted(List.of())
                : runCode(cell.count(), lines.code());
    }

    /// @param unit the number of the cell or file
    private ExecuteOutcome runCode(int unit, String code) {
        if (code.isBlank()) {
            return ExecuteOutcome.NOTHING;
        }
        CellProgram program;
        switch (kernel.java().compile(unit, code)) {
            case CompileResult.Rejected(var problems) -> {
                return failed(ErrorText.compile(problems, unit, kernel.sources()));
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
            if (interrupted) {
                throw new InterruptedException();
            }
            m.run(MagicCall.of(f, this));
        }
        onInterrupt = () -> {};
    }

    private static final class LoadFailed extends Exception {
        private static final long serialVersionUID = 1L;
        final transient ExecuteOutcome outcome;

        LoadFailed(ExecuteOutcome outcome) {
            this.outcome = outcome;
        }
    }

    // ---- running

    private ExecuteOutcome execute(CellProgram program) {
        GoRuntime runtime = options.isProgram() ? kernel.runtimes().program() : runtime();
        boolean traced = mayTrace();
        var live = new LivePicture(() -> runtime.snapshotTrace(MOST_LIVE), this::still, output);
        if (traced) {
            runtime.startTrace(MOST_EVENTS);
            if (cell.isWatched()) {
                live.start();
            }
        }
        CellScope mine = new CellScope(kernel.java().loader(), output, runtime, kernel.sources());
        Steps steps = new Steps(program, options, () -> interrupted, this::print);
        Outcome outcome = in(mine, steps::run);
        if (outcome instanceof Outcome.Returned && traced && !options.isProgram()) {
            runtime.awaitIdle(SETTLE, mine::owns);
        }
        live.stop();
        remaining =
                () -> {
                    if (traced) {
                        Trace trace = runtime.stopTrace(GoRuntime.ending(outcome));
                        picture(LeakLook.at(trace, runtime), live);
                    }
                    if (options.isProgram()) {
                        runtime.close();
                    }
                };
        if (!(outcome instanceof Outcome.Interrupted)) {
            finish();
        }
        return result(outcome, steps);
    }

    /// Runs something as main goroutine; what it starts belongs to the cell.
    private Outcome in(CellScope mine, GoBody body) {
        ClassLoader before = me.getContextClassLoader();
        me.setContextClassLoader(mine);
        try {
            scope = mine;
            return mine.runtime().run(body);
        } finally {
            scope = null;
            me.setContextClassLoader(before);
        }
    }

    /// Does what remains, once. After an interrupt the reply goes first: the trace of a thousand
    /// goroutines takes its time.
    void finish() {
        Runnable r = remaining;
        remaining = () -> {};
        r.run();
    }

    /// The runtime on which the cell's code runs at this moment. Any thread.
    @Nullable GoRuntime running() {
        CellScope s = scope;
        return s == null ? null : s.runtime();
    }

    /// Ends the cell. From the control thread, at any time.
    void interrupt() {
        interrupted = true;
        onInterrupt.run();
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

    private boolean hasPicture(Trace trace) {
        return options.isTraced()
                || settings().trace() == TraceMode.ON
                || Pictures.isWorthOne(trace);
    }

    private @Nullable MimeBundle still(Trace trace) {
        return hasPicture(trace) ? Pictures.still(trace, kernel.sources()) : null;
    }

    private void picture(Trace trace, LivePicture live) {
        if (hasPicture(trace)) {
            kernel.lastTrace(trace);
            live.end(Pictures.of(trace, kernel.sources()));
        }
    }

    private ExecuteOutcome result(Outcome outcome, Steps steps) {
        if (outcome instanceof Outcome.Interrupted i) {
            return new ExecuteOutcome.Interrupted(
                    i.stuck().isEmpty() ? List.of() : ErrorText.stuck(i, kernel.sources()));
        }
        if (!steps.started() || interrupted && outcome instanceof Outcome.Returned) {
            return new ExecuteOutcome.Interrupted(List.of());
        }
        if (options.isProgram() && outcome.exitCode() == 0) {
            return ExecuteOutcome.NOTHING;
        }
        CellError error = ErrorText.runtime(outcome, kernel.sources(), kernel.java());
        if (error != null) {
            return failed(error.with(Unset.notes(steps.left(), kernel.java())));
        }
        Object value = steps.value();
        return value == null
                ? ExecuteOutcome.NOTHING
                : new ExecuteOutcome.Ok(kernel.render(value), List.of());
    }

    private ExecuteOutcome failed(CellError e) {
        Sources names = kernel.sources();
        List<String> lines = e.traceback().stream().map(names::named).toList();
        return new ExecuteOutcome.Failed(new ErrorReport(e.name(), names.named(e.value()), lines));
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
    public @Nullable Timeline lastPicture() {
        Trace t = kernel.lastTrace();
        return t == null ? null : Timeline.of(t).source(kernel.sources().all());
    }

    @Override
    public String named(String text) {
        return kernel.sources().namedInPicture(text);
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
    public void printError(String text) {
        output.print(StreamName.STDERR, text);
    }

    @Override
    public synchronized void progress(String line) {
        String id = progressId;
        if (id != null) {
            output.updateDisplay(MimeBundle.text(line.isEmpty() ? " " : line).withDisplayId(id));
        } else if (!line.isEmpty()) {
            id = UUID.randomUUID().toString();
            progressId = id;
            output.display(MimeBundle.text(line).withDisplayId(id));
        }
    }

    @Override
    public void onInterrupt(Runnable action) {
        onInterrupt = action;
        if (interrupted) {
            action.run();
        }
    }

    @Override
    public List<Variable> variables() {
        List<Variable> all = new ArrayList<>();
        // Values are put into words by code of the learner.
        var _ =
                in(
                        new CellScope(kernel.java().loader(), output, runtime(), kernel.sources()),
                        () -> {
                            for (JavaSession.Value v : kernel.java().variables()) {
                                String text = Rendering.line(v.value(), MOST_OF_A_VALUE);
                                all.add(new Variable(v.type(), v.name(), text));
                            }
                        });
        return all;
    }

    @Override
    public List<String> declarations() {
        return kernel.java().declarations();
    }

    @Override
    public void reset() {
        kernel.reset();
    }

    @Override
    public void addJars(List<Path> jars) {
        kernel.addJars(jars);
    }

    @Override
    public void load(String name, Path file) throws Exception {
        String text = CodeFile.read(name, file);
        int unit = kernel.sources().file(name, text);
        MagicLines lines = MagicLines.of(text, magics(), kernel.java()::declares);
        runMagics(lines);
        ExecuteOutcome outcome = runCode(unit, lines.code());
        if (!(outcome instanceof ExecuteOutcome.Ok)) {
            throw new LoadFailed(outcome);
        }
    }

    @Override
    public Magics magics() {
        return kernel.magics();
    }
}
