package goloom.timeline.example;

import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.timeline.Timeline;
import goloom.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A JUnit extension to copy: runs programs for a test, and leaves the picture of the last one when
/// the test fails.
///
/// ```java
/// @RegisterExtension
/// final PictureOnFailure goroutines = new PictureOnFailure(Path.of("target/goroutines"));
///
/// @Test
/// void all_results_arrive() {
///     Outcome o = goroutines.run(GoRuntime.builder().procs(2), () -> { ... });
///     assertThat(o).isInstanceOf(Outcome.Returned.class);
/// }
/// ```
public final class PictureOnFailure implements AfterTestExecutionCallback {
    private final Path directory;
    private @Nullable Trace last;

    /// @param directory where the pictures go, as `Class.method.html`
    public PictureOnFailure(Path directory) {
        this.directory = directory;
    }

    /// Runs a program under trace.
    public Outcome run(GoRuntime.Builder options, GoBody main) {
        try (GoRuntime runtime = options.build()) {
            runtime.startTrace();
            Outcome outcome = runtime.run(main);
            last = runtime.stopTrace();
            return outcome;
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        Trace trace = last;
        if (trace != null && test.getExecutionException().isPresent()) {
            String name = test.getRequiredTestClass().getSimpleName();
            Files.createDirectories(directory);
            Path file =
                    directory.resolve(
                            name + "." + test.getRequiredTestMethod().getName() + ".html");
            Timeline.of(trace).writeHtml(file);
            test.publishReportEntry("goroutines", file.toString());
        }
    }
}
