package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.Protocol;
import goloom.kernel.protocol.Publication;
import goloom.kernel.wire.Connection;
import goloom.kernel.wire.Reserve;
import goloom.kernel.wire.Wire;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// A kernel: sockets in front, an interpreter behind. The sockets answer before the interpreter is
/// ready. One for each process, because it replaces `System.out`, `System.err` and `System.in`.
public final class Kernel {
    private static final long CLOSING_MS = 100;

    private final Interpreter interpreter;
    private final Wire wire;
    private final CellRunner runner;
    private final Comms comms;
    private final Ending ending = new Ending();
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private Kernel(Connection connection, Interpreter interpreter) throws IOException {
        this.interpreter = interpreter;
        wire = new Wire(connection);
        var protocol = new Protocol();
        var outbox = new Outbox(wire, protocol);
        var stdin = new Stdin(wire, protocol);
        var flusher = new Flusher();
        var assistant = new Assistant(interpreter, started, new HistoryLog(HistoryLog.place()));
        runner =
                new CellRunner(
                        interpreter,
                        outbox,
                        wire,
                        stdin,
                        OutputRouter.install(interpreter),
                        flusher,
                        assistant,
                        started);
        comms = new Comms(outbox::publish);
        var requests =
                new Requests(
                        protocol,
                        outbox,
                        stdin,
                        new Shells(runner),
                        assistant,
                        new Debug(interpreter, started, outbox),
                        comms,
                        new About(connection, interpreter),
                        ending);
        flusher.start();
        wire.start(requests);
        outbox.publish(null, new Publication.Status(Publication.State.STARTING));
    }

    /// Binds the sockets, answers on them, and lets the interpreter make ready beside that.
    public static Kernel start(Connection connection, Interpreter interpreter) throws IOException {
        var kernel = new Kernel(connection, interpreter);
        Thread.ofPlatform().daemon().name("goloom-start").start(kernel::startInterpreter);
        return kernel;
    }

    private void startInterpreter() {
        try {
            interpreter.start(new HostOfCells());
            Reserve.take();
            started.complete(null);
        } catch (Throwable e) {
            Log.note("the interpreter did not start", e);
            started.completeExceptionally(e);
        }
    }

    /// Ends the kernel, as a shutdown request does.
    public void end() {
        ending.begin();
    }

    /// Waits for the end, then closes everything; takes less than a third of a second. Threads of
    /// cells may live on: the caller should end the process.
    public void awaitEnd() throws InterruptedException {
        ending.await();
        Thread closer = Thread.ofPlatform().daemon().start(interpreter::close);
        closer.join(CLOSING_MS);
        wire.close();
        OutputFiles.deleteAll();
    }

    private final class HostOfCells implements Host {
        @Override
        public Comms comms() {
            return comms;
        }

        @Override
        public CellOutput unseenOutput() {
            return runner.unseenOutput();
        }

        @Override
        public void outputBudget(long characters) {
            runner.outputBudget(characters);
        }

        @Override
        public long outputBudget() {
            return runner.outputBudget();
        }
    }
}
