package goloom.runtime;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;

/// GOMAXPROCS while goroutines run: when it has returned, at most so many run.
final class GomaxprocsTest {
    private static final int WORKERS = 4;
    private static final int ROUNDS = 30;
    private static final long SPIN_NANOS = 50_000;

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    private static long[] copy(AtomicLongArray a) {
        long[] values = new long[a.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = a.get(i);
        }
        return values;
    }

    private static void work(AtomicLongArray steps, int i, AtomicBoolean stop) {
        while (!stop.get()) {
            steps.incrementAndGet(i);
            spin(SPIN_NANOS);
            steps.incrementAndGet(i);
            gosched();
        }
    }

    private static final AtomicLongArray STEPS = new AtomicLongArray(1);
    private static final AtomicBoolean STOP = new AtomicBoolean();

    private static final class SpinsInInitialiser {
        static void touch() {}

        static {
            work(STEPS, 0, STOP);
        }
    }

    @Test
    void nobody_else_runs_when_it_has_returned_with_1() {
        TestProgram.procs(WORKERS)
                .runs(runtime -> {
                    runtime.preempts(false); // so that main keeps the one P
                    var steps = new AtomicLongArray(WORKERS);
                    var stop = new AtomicBoolean();
                    for (int w : range(WORKERS)) {
                        go(() -> work(steps, w, stop));
                    }
                    for (int round = 0; round < ROUNDS; round++) {
                        gomaxprocs(WORKERS);
                        long[] before = copy(steps);
                        while (copy(steps)[round % WORKERS] == before[round % WORKERS]) {
                            gosched();
                        }
                        gomaxprocs(1);
                        long[] at = copy(steps);
                        spin(4 * SPIN_NANOS);
                        assertThat(copy(steps)).as("round %d", round).containsExactly(at);
                    }
                    stop.set(true);
                })
                .ok();
    }

    @Test
    void goroutine_that_cannot_leave_its_thread_gives_its_P_up() {
        TestProgram.procs(2)
                .runs(runtime -> {
                    runtime.preempts(false);
                    go(SpinsInInitialiser::touch);
                    while (STEPS.get(0) == 0) {
                        gosched();
                    }
                    gomaxprocs(1);
                    long at = STEPS.get(0);
                    spin(4 * SPIN_NANOS);
                    assertThat(STEPS.get(0)).isEqualTo(at);
                    while (STEPS.get(0) < at + 4) {
                        gosched(); // it gets the one P in its turn
                    }
                    STOP.set(true);
                })
                .ok();
    }

    @Test
    void loop_without_polls_does_not_hold_it_up() {
        TestProgram.procs(2)
                .runs(_ -> {
                    var started = new CountDownLatch(1);
                    var stop = new AtomicBoolean();
                    go(() -> {
                        started.countDown();
                        while (!stop.get()) {
                            Thread.onSpinWait();
                        }
                    });
                    started.await();
                    gomaxprocs(1);
                    stop.set(true);
                    assertThat(gomaxprocs(0)).isEqualTo(1);
                })
                .ok();
    }

    @Test
    void every_goroutine_may_call_it_at_once() {
        TestProgram.procs(WORKERS)
                .runs(_ -> {
                    var wg = new WaitGroup();
                    for (int w : range(2 * WORKERS)) {
                        wg.go(() -> {
                            for (int i : range(200)) {
                                gomaxprocs(1 + (i + w) % WORKERS);
                                if (i % 7 == w) {
                                    gosched();
                                }
                            }
                        });
                    }
                    wg.await();
                })
                .ok();
    }

    @Test
    void outside_thread_may_call_it_while_all_Ps_are_busy() {
        TestProgram.procs(WORKERS)
                .runs(runtime -> {
                    var steps = new AtomicLongArray(WORKERS);
                    var stop = new AtomicBoolean();
                    for (int w : range(WORKERS)) {
                        go(() -> work(steps, w, stop));
                    }
                    Thread outside =
                            Thread.ofPlatform()
                                    .start(() -> {
                                        for (int i = 0; i < ROUNDS; i++) {
                                            runtime.procs(1 + i % WORKERS);
                                        }
                                        stop.set(true);
                                    });
                    outside.join();
                    assertThat(gomaxprocs(0)).isEqualTo(1 + (ROUNDS - 1) % WORKERS);
                })
                .ok();
    }
}
