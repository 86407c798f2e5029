package goloom.runtime.gotests;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.runtime.GoroutineDump;
import java.util.List;

/// Leaked goroutines of a program, looked for after its main function has returned, as a notebook
/// does.
final class TestLeaks {
    private TestLeaks() {}

    /// What is found.
    ///
    /// @param left how many goroutines there are when the leaked ones are gone
    record Found(List<GoroutineDump> leaked, int left) {
        /// What they wait for, without the word that says that they are leaked.
        List<String> waits() {
            assertThat(leaked).allMatch(d -> d.status().endsWith(" (leaked)"));
            return leaked.stream().map(d -> d.status().replace(" (leaked)", "")).toList();
        }
    }

    /// Runs main to its end and waits until nothing moves.
    static Found after(GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(2).endsWithMain(false).build()) {
            assertThat(runtime.run(main).report()).isEmpty();
            // Twice: one that has lost its P, because it was slow, may still wake others.
            for (int i = 0; i < 2; i++) {
                assertThat(runtime.awaitIdle(ofSeconds(200))).as(runtime.state()).isTrue();
                assertThat(runtime.awaitIdle(ofSeconds(200), _ -> true)).isTrue();
            }
            int before = runtime.numGoroutine();
            List<GoroutineDump> leaked = runtime.leaks();
            assertThat(runtime.numGoroutine()).as("still counted").isEqualTo(before);
            assertThat(runtime.goroutines()).as("still listed").containsAll(leaked);
            assertThat(runtime.leaks()).as("found again").isEqualTo(leaked);
            assertThat(runtime.forgetLeaks()).isEqualTo(leaked.size());
            assertThat(runtime.leaks()).as("forgotten").isEmpty();
            return new Found(leaked, runtime.numGoroutine());
        }
    }
}
