package goloom.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goroutines that wait in JDK code.
@Timeout(60)
class UnparkTest {
    private static final int ROUNDS = 20_000;

    /// The JDK then asks the M that it leaves to run it again, not another thread.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unpark_that_comes_while_a_goroutine_leaves_its_thread_is_not_lost(boolean announced)
            throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (GoRuntime runtime = GoRuntime.builder().procs(2).outsideThreads(true).build()) {
            Outcome outcome =
                    runtime.run(() -> {
                        G g = Objects.requireNonNull(G.current());
                        Thread waker =
                                Thread.ofPlatform()
                                        .start(() -> {
                                            while (!over.get()) {
                                                LockSupport.unpark(g.thread);
                                            }
                                        });
                        for (int i = 0; i < ROUNDS; i++) {
                            if (announced) {
                                g.sched.entersyscall(g);
                            }
                            LockSupport.park();
                            if (announced) {
                                g.sched.exitsyscall(g);
                            }
                        }
                        over.set(true);
                        waker.join();
                    });
            assertThat(outcome.report()).isEmpty();
        } finally {
            over.set(true);
        }
    }
}
