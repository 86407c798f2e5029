package goloom.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goroutines that wait in JDK code.
@Timeout(600)
class UnparkTest {
    private static final int ROUNDS = 20_000;

    /// The JDK then asks the M that it leaves to run it again, not another thread.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unpark_that_comes_while_a_goroutine_leaves_its_thread_is_not_lost(boolean announced)
            throws Exception {
        AtomicInteger about = new AtomicInteger(); // the round whose park comes next; -1: over
        try (GoRuntime runtime = GoRuntime.builder().procs(2).outsideThreads(true).build()) {
            Outcome outcome =
                    runtime.run(() -> {
                        G g = Objects.requireNonNull(G.current());
                        Thread waker = Thread.ofPlatform().start(() -> wake(g.thread, about));
                        for (int i = 1; i <= ROUNDS; i++) {
                            if (announced) {
                                g.sched.entersyscall(g);
                            }
                            about.set(i);
                            LockSupport.park();
                            if (announced) {
                                g.sched.exitsyscall(g);
                            }
                        }
                        about.set(-1);
                        waker.join();
                    });
            assertThat(outcome.report()).isEmpty();
        } finally {
            about.set(-1);
        }
    }

    /// Once for each park, a little later each time, so that some come at every moment of it.
    private static void wake(Thread t, AtomicInteger about) {
        for (int last = 0; ; ) {
            int round = about.get();
            if (round < 0) {
                return;
            }
            if (round == last) {
                Thread.onSpinWait();
                continue;
            }
            last = round;
            for (int k = round % 64; k > 0; k--) {
                Thread.onSpinWait();
            }
            LockSupport.unpark(t);
        }
    }
}
