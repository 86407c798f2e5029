package goloom.timeline.example;

import static goloom.runtime.Go.chan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/// The extension, in a run of JUnit in which one test fails.
final class PictureOnFailureTest {
    private static Path pictures = Path.of("");

    /// Not run by itself: one of its tests must fail.
    static final class Example {
        @RegisterExtension final PictureOnFailure goroutines = new PictureOnFailure(pictures);

        @BeforeEach
        void only_from_the_test_below() {
            assumeThat(pictures).isAbsolute();
        }

        @Test
        void returns() {
            Outcome o = goroutines.run(GoRuntime.builder(), () -> {});
            assertThat(o).isInstanceOf(Outcome.Returned.class);
        }

        @Test
        void waits_for_ever() {
            Outcome o = goroutines.run(GoRuntime.builder(), () -> chan(int.class).recv());
            assertThat(o).isInstanceOf(Outcome.Returned.class);
        }
    }

    @Test
    void a_test_that_fails_leaves_its_picture(@TempDir Path directory) throws IOException {
        pictures = directory;
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Example.class))
                                .build(),
                        summary);
        assertThat(summary.getSummary().getTestsSucceededCount()).isEqualTo(1);
        assertThat(summary.getSummary().getTestsFailedCount()).isEqualTo(1);
        try (Stream<Path> files = Files.list(directory)) {
            List<String> names = files.map(f -> f.getFileName().toString()).toList();
            assertThat(names).containsExactly("Example.waits_for_ever.html");
        }
        assertThat(Files.readString(directory.resolve("Example.waits_for_ever.html")))
                .contains("all goroutines are asleep - deadlock!")
                .contains("G1 main waits (chan receive on chan");
    }
}
