package goloom.kernel.session;

import goloom.kernel.log.Log;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Does things one after the other on a thread of its own, which is made for the first of them. One
/// that fails is noted in the log, and the next is done.
final class Worker {
    private final String name;
    private final ExecutorService thread;

    /// @param name what it is for: the thread is `goloom-NAME`
    Worker(String name) {
        this.name = name;
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("goloom-" + name).factory());
    }

    void execute(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                Log.note(name, e);
            }
        });
    }
}
