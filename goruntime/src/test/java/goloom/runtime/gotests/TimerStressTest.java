package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.GoBody;
import goloom.runtime.GoTicker;
import goloom.runtime.GoTimer;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import goloom.runtime.internal.GTimer;
import goloom.runtime.internal.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Go: time/sleep_test.go, what is about races: on the machine's clock.
final class TimerStressTest {
    /// Runs `body` beside a goroutine that collects garbage again and again.
    private static void besideGc(GoBody body) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        go(() -> {
            while (!stop.get()) {
                System.gc();
                sleep(ofNanos(1));
            }
        });
        body.run();
        stop.set(true);
    }

    /// Go: TestTickerStress.
    @Test
    void ticker_of_a_nanosecond_ticks_while_garbage_is_collected() {
        TestProgram.run(_ ->
                        besideGc(() -> {
                            GoTicker t = new GoTicker(ofNanos(1));
                            for (int _ : range(100)) {
                                t.c().recv();
                            }
                            t.stop();
                        }))
                .ok();
    }

    /// Go: TestTickerConcurrentStress.
    @Test
    void ticker_of_a_nanosecond_serves_ten_readers() {
        TestProgram.run(_ ->
                        besideGc(() -> {
                            GoTicker t = new GoTicker(ofNanos(1));
                            var wg = new WaitGroup();
                            for (int _ : range(10)) {
                                wg.go(() -> {
                                    for (int _ : range(100)) {
                                        t.c().recv();
                                    }
                                });
                            }
                            wg.await();
                            t.stop();
                        }))
                .ok();
    }

    /// Go: TestAfterFuncStarvation.
    @Test
    void after_func_runs_although_two_goroutines_keep_the_only_P_busy() {
        TestProgram.procs(1)
                .runs(_ -> {
                    AtomicBoolean stop = new AtomicBoolean();
                    Chan<Boolean> c = chan(boolean.class, 1);
                    var wg = new WaitGroup();
                    wg.go(() -> {
                        while (!stop.get()) {
                            c.send(true);
                        }
                        c.close();
                    });
                    wg.go(() -> {
                        while (c.recv()) {
                            // until it is closed
                        }
                    });
                    afterFunc(ofNanos(1000), () -> stop.set(true));
                    wg.await();
                })
                .ok();
    }

    /// Go: TestSleepZeroDeadlock.
    @Test
    void sleep_of_zero_returns_while_garbage_is_collected() {
        TestProgram.procs(4)
                .runs(_ -> {
                    var c = signal();
                    go(() -> {
                        for (int _ : range(20)) {
                            System.gc();
                        }
                        c.send();
                    });
                    for (int _ : range(100)) {
                        sleep(ZERO);
                        var tmp = signal(1);
                        tmp.send();
                        tmp.recv();
                    }
                    c.recv();
                })
                .ok();
    }

    /// Go: TestOverflowPeriodRuntimeTimer.
    @Test
    void period_beyond_the_clock_does_not_stop_other_timers() {
        TestProgram.run(
                        _ -> {
                            var fired = signal(1);
                            GTimer t =
                                    new GTimer(
                                            Objects.requireNonNull(Running.sched()),
                                            _ ->
                                                    select(
                                                            onSend(
                                                                    fired,
                                                                    goloom.runtime.Signal.Empty
                                                                            .EMPTY),
                                                            onDefault()),
                                            null);
                            t.set(1, Long.MAX_VALUE);
                            fired.recv();
                            after(ofMillis(25)).recv();
                            assertThat(fired.len()).isZero();
                            assertThat(t.stop()).isTrue();
                        })
                .ok();
    }

    /// Go: TestZeroTimer.
    @ParameterizedTest
    @EnumSource
    void timer_of_zero_fires(TestTimer.Kind kind) {
        zeroTimers(kind::make);
    }

    /// Go: TestZeroTimer, impl=cache.
    @Test
    void timer_that_is_reset_to_zero_fires() {
        TestProgram.run(
                        _ -> {
                            TestTimer t = TestTimer.Kind.FUNC.make(ofHours(1));
                            for (int _ : range(20_000)) {
                                t.reset(ZERO);
                                t.c().recv();
                            }
                        })
                .ok();
    }

    private static void zeroTimers(Function<Duration, TestTimer> make) {
        TestProgram.run(
                        _ -> {
                            for (int _ : range(20_000)) {
                                make.apply(ZERO).c().recv();
                            }
                        })
                .ok();
    }

    /// Go: TestTimerModifiedEarlier.
    @Test
    void timer_that_is_moved_to_the_past_again_and_again_fires() {
        Duration past = ofDays(-365 * 50);
        TestProgram.run(
                        _ -> {
                            for (int _ : range(1000)) {
                                TestTimer t = TestTimer.Kind.FUNC.make(ofHours(1));
                                for (int _ : range(10)) {
                                    if (!t.stop()) {
                                        t.c().recv();
                                    }
                                    t.reset(past);
                                }
                                GoTimer deadline = new GoTimer(ofSeconds(100));
                                assertThat(select(onRecv(t.c()), onRecv(deadline.c()))).isZero();
                                deadline.stop();
                            }
                        })
                .ok();
    }

    /// Go: TestAdjustTimers. A timer goes through these states; a random one of all takes the next
    /// step.
    private static final class Adjusted {
        private TestTimer t = TestTimer.Kind.FUNC.make(ofHours(1));
        private int state;

        /// False: it has gone through all.
        boolean step() {
            switch (state++) {
                case 0 -> t = TestTimer.Kind.FUNC.make(ZERO);
                case 1, 9 -> t.c().recv();
                case 2 -> assertThat(t.reset(ofMinutes(1))).isFalse();
                case 4 -> assertThat(t.reset(ofMinutes(3))).isFalse();
                case 6 -> assertThat(t.reset(ofMinutes(2))).isFalse();
                case 3, 5, 7 -> assertThat(t.stop()).isTrue();
                case 8 -> assertThat(t.reset(ZERO)).isFalse();
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    /// Go: TestAdjustTimers.
    @Test
    void timers_moved_back_and_forth_lose_no_wake_up() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        var ran =
                TestProgram.run(_ -> {
                    List<Adjusted> timers = new ArrayList<>();
                    for (int _ : range(100)) {
                        timers.add(new Adjusted());
                    }
                    while (!timers.isEmpty()) {
                        int i = random.nextInt(timers.size());
                        if (!timers.get(i).step()) {
                            timers.remove(i);
                        }
                    }
                });
        assertThat(ran.headline()).as("seed %d", seed).isEmpty();
    }

    /// Go: TestStopResult.
    @Test
    void stop_is_false_only_if_a_value_can_be_received() {
        stopOrReset(GoTimer::stop);
    }

    /// Go: TestResetResult.
    @Test
    void reset_is_false_only_if_a_value_could_be_received() {
        stopOrReset(t -> t.reset(ofHours(1)));
    }

    private static void stopOrReset(Function<GoTimer, Boolean> stop) {
        TestProgram.procs(4)
                .runs(_ -> {
                    var start = signal();
                    var wg = new WaitGroup();
                    for (int _ : range(100)) {
                        wg.go(() -> {
                            start.recv();
                            for (int _ : range(50)) {
                                GoTimer t1 = new GoTimer(ofMillis(1));
                                GoTimer t2 = new GoTimer(ofMillis(1));
                                GoTimer other =
                                        select(onRecv(t1.c()), onRecv(t2.c())) == 0 ? t2 : t1;
                                if (!stop.apply(other)) {
                                    other.c().recv();
                                }
                            }
                        });
                    }
                    start.close();
                    wg.await();
                })
                .ok();
    }

    /// Go: TestMultiWakeupTicker.
    @Test
    void goroutines_that_share_a_ticker_of_a_microsecond_go_on() {
        TestProgram.procs(4)
                .runs(_ -> {
                    GoTicker t = new GoTicker(ofNanos(1000));
                    var wg = new WaitGroup();
                    for (int _ : range(4)) {
                        wg.go(() -> {
                            for (int _ : range(5000)) {
                                select(onRecv(t.c()), onRecv(after(ofMillis(1))));
                            }
                        });
                    }
                    wg.await();
                    t.stop();
                })
                .ok();
    }

    /// Go: TestMultiWakeupTimer.
    @Test
    void goroutines_that_reset_the_same_timer_go_on() {
        TestProgram.procs(4)
                .runs(_ -> {
                    GoTimer t = new GoTimer(ofNanos(1));
                    var wg = new WaitGroup();
                    for (int _ : range(4)) {
                        wg.go(() -> {
                            for (int _ : range(10_000)) {
                                select(onRecv(t.c()), onDefault());
                                t.reset(ofNanos(1));
                            }
                        });
                    }
                    wg.await();
                })
                .ok();
    }
}
