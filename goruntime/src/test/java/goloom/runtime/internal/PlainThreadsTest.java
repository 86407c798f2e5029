package goloom.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoRuntime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// An interrupt, and threads that are no goroutines.
final class PlainThreadsTest {
    private final CountDownLatch started = new CountDownLatch(1);

    @Test
    void interrupt_ends_a_thread_that_polls() throws Exception {
        assertThat(
                        isEnded(() -> {
                            started.countDown();
                            while (true) {
                                Preempt.poll(); // what woven loops do
                            }
                        }))
                .isTrue();
    }

    @Test
    void interrupt_wakes_a_thread_that_sleeps() throws Exception {
        assertThat(
                        isEnded(() -> {
                            started.countDown();
                            try {
                                Thread.sleep(Duration.ofHours(1));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }))
                .isTrue();
    }

    @Test
    void interrupt_leaves_other_threads_alone() throws Exception {
        Thread other =
                new Thread(() -> {
                    while (!Thread.interrupted()) {
                        Preempt.poll();
                    }
                });
        other.start();
        assertThat(
                        isEnded(() -> {
                            started.countDown();
                            while (true) {
                                Preempt.poll();
                            }
                        }))
                .isTrue();
        assertThat(other.isAlive()).isTrue();
        other.interrupt();
        other.join();
    }

    private boolean isEnded(Runnable body) throws InterruptedException {
        Thread t = new Thread(body);
        t.setUncaughtExceptionHandler((_, e) -> assertThat(e).isInstanceOf(Kill.class));
        t.start();
        started.await();
        GoRuntime.interruptThreads(x -> x == t);
        return t.join(Duration.ofSeconds(200));
    }
}
