package goloom.kernel.java;

import goloom.kernel.log.Log;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/*
 * The names of all classes that a cell could import, for completion and for "add import x.Y;".
 *
 * JShell collects them on a thread of its own as soon as it is asked the first time about code, which is when
 * the first cell comes: it walks through the whole JDK, and takes from a small machine what that cell needs.
 * So that thread is held until somebody wants the names or there is nothing else to do. Touched (see
 * ShellInternals):
 *
 *   SourceCodeAnalysisImpl.INDEXER   one thread for all shells
 */
final class ClassIndex {
    private static final int PATIENCE_S = 5;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final ExecutorService indexer =
            (ExecutorService)
                    ShellInternals.constant("jdk.jshell.SourceCodeAnalysisImpl", "INDEXER");

    /// Holds the index of a shell that has not been asked about code yet.
    ClassIndex() {
        indexer.execute(() -> {
            try {
                wanted.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Lets JShell make the index.
    void begin() {
        wanted.countDown();
    }

    /// Waits until JShell has made the index.
    void await() {
        begin();
        try {
            indexer.submit(() -> {}).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            Log.note("class index", e);
        }
    }
}
