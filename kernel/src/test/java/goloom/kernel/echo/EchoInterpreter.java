package goloom.kernel.echo;

import goloom.kernel.protocol.ErrorReport;
import goloom.kernel.protocol.Expression;
import goloom.kernel.protocol.LanguageInfo;
import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.session.Cell;
import goloom.kernel.session.CellOutput;
import goloom.kernel.session.Comms;
import goloom.kernel.session.Completeness;
import goloom.kernel.session.Completion;
import goloom.kernel.session.ExecuteOutcome;
import goloom.kernel.session.Host;
import goloom.kernel.session.Interpreter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Runs the commands of [EchoCell].
public class EchoInterpreter implements Interpreter {
    /// Threads that a cell starts inherit its output.
    static final InheritableThreadLocal<@Nullable CellOutput> OWNER =
            new InheritableThreadLocal<>();

    private final Map<String, Thread> running = new ConcurrentHashMap<>();
    private @Nullable Host host;

    @Override
    public LanguageInfo language() {
        return new LanguageInfo(
                "echo", "1", "text/plain", ".txt", "text", "text/plain", "Echo", List.of());
    }

    @Override
    public boolean runsCellsAtOnce() {
        return true;
    }

    @Override
    public void start(Host host) throws InterruptedException {
        this.host = host;
        host.comms().register("echo", (comm, _) -> new EchoComm(comm));
        Thread.sleep(Long.getLong("echo.start.ms", 0));
        if (Boolean.getBoolean("echo.start.fails")) {
            throw new IllegalStateException("echo cannot start: take another kernel");
        }
    }

    @Override
    public ExecuteOutcome execute(Cell cell, CellOutput output) {
        OWNER.set(output);
        running.put(cell.id(), Thread.currentThread());
        try {
            return new EchoCell(cell, output, Objects.requireNonNull(host)).run();
        } catch (InterruptedException e) {
            return new ExecuteOutcome.Interrupted(List.of());
        } finally {
            running.remove(cell.id());
            var _ = Thread.interrupted();
            OWNER.remove();
        }
    }

    @Override
    public Expression evaluate(String expression, Cell cell, CellOutput output) {
        return expression.startsWith("raise")
                ? new Expression.Failed(new ErrorReport("Raised", expression, List.of(expression)))
                : new Expression.Value(MimeBundle.text(expression));
    }

    @Override
    public Completion complete(String code, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isLetter(code.charAt(start - 1))) {
            start--;
        }
        String begun = code.substring(start, cursor);
        return new Completion(
                EchoCell.COMMANDS.stream()
                        .filter(c -> c.startsWith(begun))
                        .map(c -> new Completion.Match(c, "function", "(text)"))
                        .toList(),
                start,
                cursor);
    }

    @Override
    public @Nullable MimeBundle inspect(String code, int cursor, int detail) {
        String word = code.substring(0, cursor).strip();
        return EchoCell.COMMANDS.contains(word) ? MimeBundle.text("command " + word) : null;
    }

    @Override
    public Completeness isComplete(String code) {
        return switch (code.strip()) {
            case "" -> new Completeness.Unknown();
            case String s when s.endsWith("\\") -> new Completeness.Incomplete("  ");
            case String s when EchoCell.COMMANDS.contains(s.split("\\s", 2)[0]) ->
                    new Completeness.Complete();
            case String _ -> new Completeness.Invalid();
        };
    }

    @Override
    public void interrupt(Cell cell) {
        running.computeIfPresent(
                cell.id(),
                (_, thread) -> {
                    thread.interrupt();
                    return thread;
                });
    }

    @Override
    public @Nullable CellOutput outputOf(Thread thread) {
        return thread == Thread.currentThread() ? OWNER.get() : null;
    }

    @Override
    public void close() {}

    private record EchoComm(Comms.Comm comm) implements Comms.Handler {
        @Override
        public void received(Map<String, @Nullable Object> data, List<byte[]> buffers) {
            comm.send(data, buffers);
        }
    }
}
