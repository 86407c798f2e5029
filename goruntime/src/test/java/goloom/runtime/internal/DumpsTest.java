package goloom.runtime.internal;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static goloom.runtime.Go.gosched;
import static goloom.runtime.Go.range;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.runtime.Received;
import goloom.runtime.WaitGroup;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports of all goroutines.
class DumpsTest {
    private static final int DUMPS = 1_000;

    private interface Work {
        void round() throws Exception;
    }

    /// Asks for dumps while main does its work again and again.
    private static void dumpsDoNotDisturb(int procs, Work work) throws Exception {
        try (GoRuntime runtime = GoRuntime.builder().procs(procs).build()) {
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch works = new CountDownLatch(1);
            Thread asker =
                    Thread.ofPlatform()
                            .start(() -> {
                                awaitUninterruptibly(works);
                                for (int i = 0; i < DUMPS && !runtime.hasEnded(); i++) {
                                    runtime.goroutines();
                                }
                                enough.set(true);
                            });
            Outcome outcome =
                    runtime.run(() -> {
                        while (!enough.get()) {
                            work.round();
                            works.countDown();
                        }
                    });
            asker.join();
            assertThat(outcome.report()).isEmpty();
            assertThat(outcome).isInstanceOf(Outcome.Returned.class);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void dump_does_not_disturb_goroutines_that_wait_for_each_other(int procs) throws Exception {
        dumpsDoNotDisturb(procs, () -> pingPong(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void dump_does_not_queue_a_goroutine_twice_that_yields(int procs) throws Exception {
        dumpsDoNotDisturb(procs, () -> twice(() -> gosched()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void dump_does_not_queue_a_goroutine_twice_that_calls_yield(int procs) throws Exception {
        dumpsDoNotDisturb(procs, () -> twice(Thread::yield));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void dump_does_not_queue_a_goroutine_twice_that_is_unparked(int procs) throws Exception {
        var queue = new SynchronousQueue<Integer>();
        AtomicInteger turn = new AtomicInteger();
        dumpsDoNotDisturb(
                procs,
                () -> {
                    twice(() -> {
                        if (turn.getAndIncrement() % 2 == 0) {
                            queue.put(1);
                        } else {
                            queue.take();
                        }
                    });
                });
    }

    /// Runs a body a hundred times in each of two goroutines.
    private static void twice(GoBody body) {
        var wg = new WaitGroup();
        for (int _ : range(2)) {
            wg.go(() -> {
                for (int _ : range(100)) {
                    body.run();
                }
            });
        }
        wg.await();
    }

    private static void pingPong(int n) {
        var ping = chan(int.class);
        var pong = chan(int.class);
        go(() -> {
            for (int v : ping) {
                pong.send(v);
            }
        });
        for (int i = 0; i < n; i++) {
            ping.send(i);
            assertThat(pong.recvOk()).isEqualTo(new Received<>(i, true));
        }
        ping.close();
    }
}
