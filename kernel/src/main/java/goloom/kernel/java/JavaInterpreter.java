package goloom.kernel.java;

import goloom.kernel.debug.Adapter;
import goloom.kernel.display.Rendering;
import goloom.kernel.install.CellsJar;
import goloom.kernel.magic.Magics;
import goloom.kernel.magic.Settings;
import goloom.kernel.protocol.Expression;
import goloom.kernel.protocol.LanguageInfo;
import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.protocol.Publication.StreamName;
import goloom.kernel.session.Cell;
import goloom.kernel.session.CellOutput;
import goloom.kernel.session.Completeness;
import goloom.kernel.session.Completion;
import goloom.kernel.session.Debugger;
import goloom.kernel.session.ExecuteOutcome;
import goloom.kernel.session.Host;
import goloom.kernel.session.Interpreter;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.trace.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Java with goroutines: what the kernel runs. See [CellRun] for a cell's way.
public final class JavaInterpreter implements Interpreter {
    private static final int LAST_CELLS = 500;
    private static final Pattern GOROUTINES = Pattern.compile("\\bgo\\s*\\(|%%main|%trace");

    private final List<Path> classPath;
    private final Settings settings = new Settings();
    private final Magics magics = new Magics();
    private final Sources sources = new Sources();
    private final Runtimes runtimes = new Runtimes(settings, this::endedBetweenCells);
    private final Set<Path> jars = new CopyOnWriteArraySet<>();
    private final Map<Integer, CellOutput> outputs = new ConcurrentHashMap<>(); // of the last cells
    private final Debugger debugger = new Adapter(new JavaDebuggee(this));
    private volatile @Nullable JavaSession java;
    private volatile @Nullable CellRun current;
    private @Nullable CellRun last; // until afterReply; only the shell's thread
    private volatile @Nullable Trace lastTrace;
    private volatile @Nullable Host host;
    private boolean warm; // the thread of the shell only

    /// Cells compile against a part of the jar that this class is in, or, in a build, against the
    /// class folders.
    public JavaInterpreter() {
        this(
                Stream.of(JavaInterpreter.class, GoRuntime.class)
                        .map(c -> c.getProtectionDomain().getCodeSource().getLocation())
                        .map(url -> Path.of(URI.create(url.toString())))
                        .distinct()
                        .map(JavaInterpreter::cells)
                        .toList());
    }

    private static Path cells(Path kernel) {
        try {
            return CellsJar.of(kernel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavaInterpreter(List<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    @Override
    public LanguageInfo language() {
        String version = Runtime.version().feature() + "";
        return new LanguageInfo(
                "java",
                version,
                "text/x-java-source",
                ".java",
                "java",
                "text/x-java",
                "Java " + version + " with goroutines (Goloom). %help lists what is there.",
                List.of());
    }

    @Override
    public void start(Host host) {
        this.host = host;
        Thread.setDefaultUncaughtExceptionHandler(CellStack::ended);
        java = new JavaSession(classPath, Imports.ALL);
    }

    @Override
    public void whenIdle() {
        warmUp();
        java().indexClasses();
    }

    /// Before the first goroutines of a learner: a cold scheduler would tell another story. A first
    /// `1 + 1` does not wait for it.
    private void warmUp() {
        JavaSession session = java;
        Host h = host;
        if (session != null && h != null && !warm) {
            warm = true;
            WarmUp.run(session, sources, h.unseenOutput());
        }
    }

    @Override
    public ExecuteOutcome execute(Cell cell, CellOutput output) {
        CellRun run = new CellRun(this, cell, output);
        current = run;
        last = run;
        if (GOROUTINES.matcher(cell.code()).find()) {
            warmUp();
        }
        if (!cell.silent()) {
            outputs.put(cell.count(), output);
            outputs.remove(cell.count() - LAST_CELLS);
        }
        try {
            return run.run();
        } finally {
            current = null;
        }
    }

    @Override
    public void afterReply(Cell cell, CellOutput output) {
        CellRun run = last;
        last = null;
        if (run != null) {
            run.finish();
            java().rest();
        }
    }

    @Override
    public Expression evaluate(String expression, Cell cell, CellOutput output) {
        Cell part = new Cell(cell.id(), null, expression, cell.count(), true, cell.subshell());
        return switch (new CellRun(this, part, output).run()) {
            case ExecuteOutcome.Ok(var result, var _) ->
                    new Expression.Value(result == null ? MimeBundle.text("null") : result);
            case ExecuteOutcome.Failed(var error) -> new Expression.Failed(error);
            case ExecuteOutcome.Interrupted _ ->
                    new Expression.Failed(
                            new goloom.kernel.protocol.ErrorReport(
                                    "KeyboardInterrupt", "interrupted", List.of()));
        };
    }

    @Override
    public void interrupt(Cell cell) {
        CellRun run = current;
        if (run != null) {
            run.interrupt();
        }
    }

    /// A goroutine panicked while no cell ran: its report goes under the cell that started it.
    private void endedBetweenCells(Outcome outcome) {
        CellError error = ErrorText.runtime(outcome, sources, java());
        if (error == null || !(outcome instanceof Outcome.Panicked p)) {
            return;
        }
        int cell = goloom.trace.Site.of(p.goroutine().goSite()).unit();
        CellOutput output = outputs.get(cell);
        if (output != null) {
            output.print(
                    StreamName.STDERR, sources.named(String.join("\n", error.traceback())) + "\n");
            output.flush(StreamName.STDERR);
        }
    }

    // ---- help while cells run

    @Override
    public Completion complete(String code, int cursor) {
        java().indexClasses();
        return java().analyse(a -> Completions.of(a, magics, code, cursor));
    }

    @Override
    public @Nullable MimeBundle inspect(String code, int cursor, int detail) {
        java().indexClasses();
        return java().analyse(a -> Inspection.of(a, magics, code, cursor, detail));
    }

    @Override
    public Completeness isComplete(String code) {
        return java().analyse(a -> CompletenessCheck.of(a, magics, code));
    }

    // ---- debugger

    @Override
    public Debugger debugger() {
        return debugger;
    }

    /// The runtimes that are alive, that of plain cells first.
    List<GoRuntime> liveRuntimes() {
        Set<GoRuntime> alive = new LinkedHashSet<>();
        GoRuntime session = runtimes.sessionOrNull();
        if (session != null) {
            alive.add(session);
        }
        CellRun run = current;
        GoRuntime running = run == null ? null : run.running();
        if (running != null && !running.hasEnded()) {
            alive.add(running);
        }
        return List.copyOf(alive);
    }

    boolean isRunning() {
        return current != null;
    }

    /// Takes what is printed for nobody.
    CellOutput unseenOutput() {
        return Objects.requireNonNull(host, "the interpreter has not started").unseenOutput();
    }

    @Override
    public List<String> trainingCells() {
        return TrainingCells.ALL;
    }

    // ---- output

    @Override
    public @Nullable CellOutput outputOf(Thread thread) {
        return thread.getContextClassLoader() instanceof CellScope scope ? scope.output() : null;
    }

    @Override
    public <T extends @Nullable Object> T waitOutside(Callable<T> wait) throws Exception {
        return GoRuntime.external(wait);
    }

    @Override
    public void close() {
        runtimes.close();
    }

    // ---- for CellRun

    JavaSession java() {
        return Objects.requireNonNull(java, "the interpreter has not started");
    }

    Settings settings() {
        return settings;
    }

    Magics magics() {
        return magics;
    }

    Sources sources() {
        return sources;
    }

    Runtimes runtimes() {
        return runtimes;
    }

    @Nullable Trace lastTrace() {
        return lastTrace;
    }

    void lastTrace(Trace trace) {
        lastTrace = trace;
    }

    /// Forgets what cells have declared; jars stay.
    void reset() {
        JavaSession session = new JavaSession(classPath, Imports.ALL);
        jars.forEach(session::addPath);
        JavaSession old = java();
        java = session;
        old.close();
        runtimes.reset();
    }

    void addJars(List<Path> added) {
        for (Path jar : added) {
            if (jars.add(jar)) {
                java().addPath(jar);
            }
        }
    }

    /// Null if there is nothing to show.
    @Nullable MimeBundle render(Object value) {
        return Rendering.result(value);
    }
}
