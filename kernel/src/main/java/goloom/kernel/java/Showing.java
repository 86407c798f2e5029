package goloom.kernel.java;

import goloom.kernel.display.Glance;
import goloom.kernel.display.OneTime;
import goloom.kernel.display.Rendering;
import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.session.CellOutput;
import goloom.runtime.GoRuntime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Shows a value as a cell would, on a thread of its own: code of the learner may take part in it,
/// and is ended when it takes too long. What it prints, nobody sees.
final class Showing {
    private static final int SECONDS = 2;
    private static final int MOST_CHARACTERS = 10_000;

    private final ClassLoader loader;
    private final CellOutput output;
    private final Sources sources;

    /// @param output takes what is printed meanwhile
    Showing(ClassLoader loader, CellOutput output, Sources sources) {
        this.loader = loader;
        this.output = output;
        this.sources = sources;
    }

    MimeBundle display(@Nullable Object value) {
        if (OneTime.isIn(value)) {
            return withoutCode(value);
        }
        CompletableFuture<@Nullable MimeBundle> shown = new CompletableFuture<>();
        GoRuntime runtime = GoRuntime.builder().procs(1).endsWithMain(false).build();
        CellScope scope = new CellScope(loader, output, runtime, sources);
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("goloom-show")
                        .unstarted(() -> {
                            try {
                                shown.complete(Rendering.result(value));
                            } catch (Throwable e) {
                                shown.completeExceptionally(e);
                            }
                        });
        thread.setContextClassLoader(scope);
        thread.start();
        try {
            MimeBundle bundle = shown.get(SECONDS, TimeUnit.SECONDS);
            return bundle == null ? withoutCode(value) : bundle;
        } catch (TimeoutException | ExecutionException e) {
            return withoutCode(value);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return withoutCode(value);
        } finally {
            GoRuntime.interruptThreads(scope::owns);
            runtime.close();
        }
    }

    /// The value as it is seen from outside.
    static MimeBundle withoutCode(@Nullable Object value) {
        return MimeBundle.text(Glance.of(value, MOST_CHARACTERS));
    }
}
