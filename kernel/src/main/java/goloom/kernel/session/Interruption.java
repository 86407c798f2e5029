package goloom.kernel.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/*  WAITING -> RUNNING   // begin: the interpreter has the cell
 *  WAITING -> OVER      // request: the cell never starts
 *  RUNNING -> OVER      // end
 */

/// The user's wish to end a cell: it may come while the cell waits for the interpreter to start, or
/// while it runs. Later it is ignored.
final class Interruption {
    private final Interpreter interpreter;
    private final CompletableFuture<Boolean> requested = new CompletableFuture<>();
    private @Nullable Cell running; // guarded by this
    private boolean over; // guarded by this

    Interruption(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /// Waits until the interpreter is ready, or the cell shall not run any more.
    ///
    /// @throws ExecutionException if the interpreter could not start; the cause says why
    void awaitStart(CompletableFuture<Void> started)
            throws InterruptedException, ExecutionException {
        CompletableFuture.anyOf(started, requested).get();
    }

    /// From now on the interpreter is told.
    ///
    /// @return false if the cell shall not run
    synchronized boolean begin(Cell cell) {
        if (requested.isDone()) {
            return false;
        }
        running = cell;
        return true;
    }

    synchronized void end() {
        running = null;
        over = true;
    }

    void request() {
        Cell cell;
        synchronized (this) {
            if (over) {
                return;
            }
            requested.complete(true);
            cell = running;
        }
        if (cell != null) {
            interpreter.interrupt(cell);
        }
    }
}
