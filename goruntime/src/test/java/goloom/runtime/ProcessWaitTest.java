package goloom.runtime;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/// A goroutine that waits for another process is not asleep for ever.
@Timeout(300)
class ProcessWaitTest {
    private static Outcome run(GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            return runtime.run(main);
        }
    }

    private static Process child() throws Exception {
        return new ProcessBuilder("sleep", "0.02").start();
    }

    @RepeatedTest(10)
    void main_may_wait_for_a_process() {
        assertThat(run(() -> child().waitFor()).report()).isEmpty();
    }

    @RepeatedTest(10)
    void main_may_wait_for_a_goroutine_that_waits_for_a_process() {
        Outcome outcome =
                run(() -> {
                    var ended = chan(int.class);
                    go(() -> ended.send(child().waitFor()));
                    ended.recv();
                });
        assertThat(outcome.report()).isEmpty();
    }

    @RepeatedTest(10)
    void main_may_wait_for_the_future_of_a_process() {
        assertThat(run(() -> child().onExit().get()).report()).isEmpty();
    }

    @RepeatedTest(3)
    void a_future_that_nobody_completes_is_a_deadlock() {
        Outcome outcome = run(() -> new CompletableFuture<String>().get());
        assertThat(outcome.report()).startsWith("fatal error: all goroutines are asleep");
    }
}
