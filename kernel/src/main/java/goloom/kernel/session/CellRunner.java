package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.ErrorReport;
import goloom.kernel.protocol.Origin;
import goloom.kernel.protocol.Reply;
import goloom.kernel.wire.Reserve;
import goloom.kernel.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// What the runs of all cells share.
final class CellRunner {
    private final Interpreter interpreter;
    private final Outbox outbox;
    private final Wire wire;
    private final Stdin stdin;
    private final OutputRouter router;
    private final Flusher flusher;
    private final Assistant assistant;
    private final CompletableFuture<Void> started;
    private final AtomicBoolean idleWork = new AtomicBoolean(true);
    private final AtomicInteger lastCount = new AtomicInteger();
    private volatile long outputBudget = 16 << 20;

    CellRunner(
            Interpreter interpreter,
            Outbox outbox,
            Wire wire,
            Stdin stdin,
            OutputRouter router,
            Flusher flusher,
            Assistant assistant,
            CompletableFuture<Void> started) {
        this.interpreter = interpreter;
        this.outbox = outbox;
        this.wire = wire;
        this.stdin = stdin;
        this.router = router;
        this.flusher = flusher;
        this.assistant = assistant;
        this.started = started;
    }

    CellRun prepare(CellQueue.Queued cell, CellQueue queue) {
        return new CellRun(this, queue, cell);
    }

    Interpreter interpreter() {
        return interpreter;
    }

    Outbox outbox() {
        return outbox;
    }

    Stdin stdin() {
        return stdin;
    }

    CompletableFuture<Void> started() {
        return started;
    }

    /// True until the interpreter has been given time for what is not urgent.
    boolean hasIdleWork() {
        return idleWork.get();
    }

    void doIdleWork() {
        if (!started.isDone() || !idleWork.compareAndSet(true, false)) {
            return;
        }
        try {
            if (!started.isCompletedExceptionally()) {
                interpreter.whenIdle();
            }
        } catch (Throwable e) {
            Reserve.releaseOn(e);
            Log.note("idle work", e);
        }
    }

    long outputBudget() {
        return outputBudget;
    }

    void outputBudget(long characters) {
        outputBudget = characters;
    }

    int number(boolean counts) {
        return counts ? lastCount.incrementAndGet() : lastCount.get() + 1;
    }

    void record(Consumer<HistoryLog> entry) {
        assistant.record(entry);
    }

    CellOutput open(Origin origin, Cell cell, boolean allowStdin) {
        var output =
                new CellOutput(
                        p -> outbox.publish(origin, p),
                        stdin.of(origin, allowStdin),
                        flusher,
                        System::nanoTime,
                        cell.silent(),
                        new Budget(outputBudget, "cell-" + cell.count() + ".txt"));
        router.latest(output);
        return output;
    }

    CellOutput unseenOutput() {
        Keyboard none =
                (prompt, password) -> {
                    throw new java.io.IOException("nobody is there to answer");
                };
        var budget = new Budget(outputBudget, "unseen.txt");
        return new CellOutput(_ -> {}, none, flusher, System::nanoTime, false, budget);
    }

    /// Takes back what waits, also what has arrived at the socket and is not in the queue yet:
    /// front ends send all cells of a notebook at once.
    List<CellQueue.Queued> drop(CellQueue queue) {
        var dropped = new ArrayList<CellQueue.Queued>();
        var done = new CompletableFuture<Void>();
        wire.execute(
                Wire.Channel.SHELL,
                () -> {
                    dropped.addAll(queue.drop());
                    done.complete(null);
                });
        done.join();
        return dropped;
    }

    /// Says that a cell will not run.
    void abort(CellQueue.Queued cell) {
        Origin origin = cell.call().origin();
        outbox.busy(origin);
        outbox.reply(cell.call(), new Reply.Aborted());
        outbox.idle(origin);
    }

    /// Something that should not be thrown by an interpreter, or the reason why it did not start.
    ExecuteOutcome failed(Throwable e) {
        Throwable cause = unwrap(e);
        Reserve.releaseOn(cause);
        Log.note("interpreter", cause);
        return new ExecuteOutcome.Failed(report(cause));
    }

    static ErrorReport report(Throwable e) {
        Throwable cause = unwrap(e);
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return new ErrorReport(
                name, message, List.of(message.isEmpty() ? name : name + ": " + message));
    }

    private static Throwable unwrap(Throwable e) {
        boolean wrapped = e instanceof ExecutionException || e instanceof CompletionException;
        return wrapped && e.getCause() != null ? unwrap(e.getCause()) : e;
    }
}
