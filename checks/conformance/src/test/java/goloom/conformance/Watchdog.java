package goloom.conformance;

import goloom.runtime.GoRuntime;
import goloom.runtime.GoroutineDump;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Ends a runtime that has not come to an end in time, and keeps what its scheduler said then.
final class Watchdog implements AutoCloseable {
    private final GoRuntime runtime;
    private final long nanos;
    private final Thread thread;
    private volatile @Nullable String hung;

    Watchdog(GoRuntime runtime, long limit, TimeUnit unit) {
        this.runtime = runtime;
        this.nanos = unit.toNanos(limit);
        this.thread = Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
    }

    private void watch() {
        try {
            Thread.sleep(java.time.Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            return; // it has come to its end
        }
        hung = runtime.state(); // first: the rest may hang too
        CompletableFuture<String> stacks =
                CompletableFuture.supplyAsync(() ->
                        runtime.goroutines().stream()
                                .map(GoroutineDump::text)
                                .collect(Collectors.joining("\n\n", "\n\n", "")));
        hung += stacks.completeOnTimeout("\n\n(no stacks)", 20, TimeUnit.SECONDS).join();
        runtime.interrupt(_ -> true);
        runtime.close();
    }

    /// Throws if the runtime had to be ended.
    void check() {
        String h = hung;
        if (h != null) {
            throw new AssertionError("hangs; the scheduler says:\n" + h);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
