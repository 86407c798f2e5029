package goloom.kernel.session;

import goloom.kernel.wire.Immortal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Publishes what cells print, in batches: 50 ms after the first text of a batch, or at once when
/// somebody is in a hurry. Those who print only leave a note here, they never wait.
final class Flusher {
    private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Set<CellOutput> dirty = ConcurrentHashMap.newKeySet();
    private final Thread thread = Immortal.thread("goloom-output", this::run);
    private volatile boolean hurry;

    void start() {
        thread.start();
    }

    /// There is something to publish.
    void schedule(CellOutput output) {
        if (dirty.add(output)) {
            LockSupport.unpark(thread);
        }
    }

    /// Do not wait for the batch to fill.
    void hurry() {
        hurry = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        while (true) {
            awaitBatch();
            for (CellOutput output : List.copyOf(dirty)) {
                dirty.remove(output);
                if (output.drain()) {
                    dirty.add(output);
                }
            }
        }
    }

    private void awaitBatch() {
        while (dirty.isEmpty()) {
            LockSupport.park(this);
        }
        long due = System.nanoTime() + BATCH_NANOS;
        for (long left; !hurry && (left = due - System.nanoTime()) > 0; ) {
            LockSupport.parkNanos(this, left);
        }
        hurry = false;
    }
}
