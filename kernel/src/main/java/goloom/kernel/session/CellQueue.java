package goloom.kernel.session;

import goloom.kernel.protocol.Request;
import goloom.kernel.wire.Immortal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The cells of one shell, run one after the other on a thread of its own.
final class CellQueue {
    /// A cell that waits for its turn.
    record Queued(Call call, Request.Execute request) {}

    /// When nobody has asked for so long, there is time for what is not urgent.
    private static final long IDLE_MS = 150;

    private final BlockingQueue<Queued> queue = new LinkedBlockingQueue<>();
    private final CellRunner runner;
    private final Thread thread;
    private volatile @Nullable CellRun current;
    private volatile boolean closed;

    CellQueue(String name, CellRunner runner) {
        this.runner = runner;
        thread = Immortal.thread("goloom-" + name, this::run);
        thread.start();
    }

    void add(Queued cell) {
        queue.add(cell);
    }

    /// Takes back the cells that wait, for somebody to say that they will not run.
    List<Queued> drop() {
        var dropped = new ArrayList<Queued>();
        queue.drainTo(dropped);
        return dropped;
    }

    /// Ends the cell that runs, if one does.
    void interrupt() {
        CellRun run = current;
        if (run != null) {
            run.interrupt();
        }
    }

    /// Ends when the running cell has.
    void close() {
        closed = true;
        interrupt();
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try {
                Queued next =
                        runner.hasIdleWork()
                                ? queue.poll(IDLE_MS, TimeUnit.MILLISECONDS)
                                : queue.take();
                if (next == null) {
                    runner.doIdleWork();
                    continue;
                }
                // What a cell before this one has left behind.
                var _ = Thread.interrupted();
                CellRun run = runner.prepare(next, this);
                current = run;
                run.run();
            } catch (InterruptedException _) {
                // The queue was closed, or a cell before has left its interrupt behind.
            } finally {
                current = null;
            }
        }
    }
}
