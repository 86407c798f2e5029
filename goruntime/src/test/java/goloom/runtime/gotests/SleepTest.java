package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.GoBody;
import goloom.runtime.GoTicker;
import goloom.runtime.GoTimer;
import goloom.runtime.RecvChan;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Go: time/sleep_test.go, what is about the time that passes: on a virtual clock, so exactly. The
/// rest is in [TimerStressTest]. TestZeroTimerStopPanics and TestZeroTimerResetPanics have no
/// meaning: a timer has a constructor.
final class SleepTest {
    private static final int[] SLOTS = {5, 3, 6, 6, 6, 1, 1, 2, 7, 9, 4, 8, 0};

    private static void onVirtualClock(TestProgram.Main main) {
        TestProgram.virtual().runs(main).ok();
    }

    /// Go: TestSleep.
    @Test
    void sleep_lasts_as_long_as_it_says() {
        onVirtualClock(_ -> {
            go(() -> sleep(ofMillis(50)));
            Instant start = now();
            sleep(ofMillis(100));
            assertThat(now()).isEqualTo(start.plusMillis(100));
        });
    }

    /// Go: TestSleep, on the machine's clock.
    @Test
    void sleep_lasts_at_least_as_long_as_it_says() {
        TestProgram.run(
                        _ -> {
                            long start = System.nanoTime();
                            sleep(ofMillis(20));
                            assertThat(ofNanos(System.nanoTime() - start))
                                    .isGreaterThanOrEqualTo(ofMillis(20));
                        })
                .ok();
    }

    /// Go: TestAfterFunc.
    @Test
    void after_func_runs_each_body_in_a_goroutine_of_its_own() {
        onVirtualClock(_ -> {
            int[] i = {10};
            Chan<Boolean> c = chan(boolean.class);
            GoBody[] f = {() -> {}};
            f[0] =
                    () -> {
                        i[0]--;
                        if (i[0] >= 0) {
                            afterFunc(ZERO, f[0]);
                            sleep(ofSeconds(1));
                        } else {
                            c.send(true);
                        }
                    };
            Instant start = now();
            afterFunc(ZERO, f[0]);
            c.recv();
            assertThat(now()).isEqualTo(start); // nobody waited for a body to end
        });
    }

    /// Go: TestAfter.
    @Test
    void after_sends_the_time_at_which_it_is_due() {
        onVirtualClock(_ -> {
            Instant start = now();
            assertThat(after(ofMillis(100)).recv()).isEqualTo(start.plusMillis(100));
            assertThat(now()).isEqualTo(start.plusMillis(100));
        });
    }

    /// Go: TestAfterTick.
    @Test
    void ten_times_after_make_ten_times_the_duration() {
        onVirtualClock(_ -> {
            Instant start = now();
            for (int _ : range(10)) {
                after(ofMillis(100)).recv();
            }
            assertThat(now()).isEqualTo(start.plusSeconds(1));
        });
    }

    /// Go: TestAfterTimes, of time/tick_test.go.
    @Test
    void late_reader_of_a_timer_gets_the_time_at_which_it_was_due() {
        onVirtualClock(_ -> {
            Instant start = now();
            RecvChan<Instant> c = after(ofMillis(10));
            sleep(ofMillis(500));
            assertThat(c.recv()).isEqualTo(start.plusMillis(10));
        });
    }

    /// Go: TestAfterStop.
    @ParameterizedTest
    @EnumSource
    void stopped_timer_does_not_fire(TestTimer.Kind kind) {
        onVirtualClock(_ -> {
            afterFunc(ofMillis(100), () -> {});
            TestTimer t0 = kind.make(ofMillis(50));
            Chan<Boolean> c1 = chan(boolean.class, 1);
            GoTimer t1 = afterFunc(ofMillis(150), () -> c1.send(true));
            RecvChan<Instant> c2 = after(ofMillis(200));
            assertThat(t0.stop()).isTrue();
            assertThat(t1.stop()).isTrue();
            c2.recv();
            assertThat(select(onRecv(t0.c()), onRecv(c1), onDefault())).isEqualTo(2);
            assertThat(t1.stop()).isFalse();
        });
    }

    /// Go: TestAfterQueuing.
    @ParameterizedTest
    @EnumSource
    void timers_fire_in_the_order_of_their_times(TestTimer.Kind kind) {
        record Fired(int slot, Instant at) {}
        Duration delta = ofMillis(20);
        onVirtualClock(_ -> {
            Chan<Fired> result = Chan.make(SLOTS.length);
            Instant start = now();
            for (int slot : SLOTS) {
                RecvChan<Instant> c = kind.make(delta.multipliedBy(slot)).c();
                go(() -> result.send(new Fired(slot, c.recv())));
            }
            List<Fired> fired = new ArrayList<>();
            for (int _ : SLOTS) {
                fired.add(result.recv());
            }
            assertThat(fired).extracting(Fired::slot).isSorted();
            assertThat(fired).allMatch(f -> f.at.equals(start.plus(delta.multipliedBy(f.slot))));
        });
    }

    /// Go: TestTimerStopStress.
    @Test
    void hundred_timers_stopped_halfway_do_not_fire() {
        onVirtualClock(_ -> {
            for (int i : range(100)) {
                go(() -> {
                    GoTimer t =
                            afterFunc(ofSeconds(2), () -> panic("timer " + i + " was not stopped"));
                    sleep(ofSeconds(1));
                    assertThat(t.stop()).isTrue();
                });
            }
            sleep(ofSeconds(3));
        });
    }

    /// Go: TestReset.
    @ParameterizedTest
    @EnumSource
    void reset_timer_fires_at_its_new_time_only(TestTimer.Kind kind) {
        Duration d = ofMillis(1);
        onVirtualClock(_ -> {
            TestTimer t = kind.make(d.multipliedBy(2));
            sleep(d);
            assertThat(t.reset(d.multipliedBy(3))).isTrue();
            sleep(d.multipliedBy(2));
            assertThat(select(onRecv(t.c()), onDefault())).as("fired early").isEqualTo(1);
            sleep(d.multipliedBy(2));
            assertThat(select(onRecv(t.c()), onDefault())).as("did not fire").isZero();
            assertThat(t.reset(ofMillis(50))).isFalse();
        });
    }

    /// Go: TestOverflowSleep.
    @Test
    void duration_beyond_the_clock_never_ends() {
        for (Duration big :
                List.of(ofNanos(Long.MAX_VALUE), ofSeconds(Long.MAX_VALUE), ofDays(365 * 300))) {
            onVirtualClock(_ -> {
                sleep(ofNanos(5)); // so that the sum does not fit
                go(() -> {
                    sleep(big);
                    panic("big sleep returned");
                });
                assertThat(select(onRecv(after(big)), onRecv(after(ofMillis(25))))).isEqualTo(1);
            });
        }
    }

    /// Go: TestOverflowSleep, the negative half.
    @Test
    void negative_duration_has_passed_already() {
        for (Duration neg : List.of(ofNanos(Long.MIN_VALUE), ofSeconds(Long.MIN_VALUE))) {
            onVirtualClock(_ -> {
                Instant start = now();
                sleep(neg);
                assertThat(select(onRecv(after(neg)), onRecv(after(ofSeconds(1))))).isZero();
                assertThat(now()).isEqualTo(start);
            });
        }
    }

    /// Go: TestIssue5745.
    @Test
    @SuppressWarnings("NullAway") // a nil timer is what it is about
    void panic_of_a_nil_timer_leaves_no_lock_behind() {
        onVirtualClock(_ -> {
            GoTicker ticker = new GoTicker(ofHours(1));
            GoTimer none = null;
            try (var _ = defer(ticker::stop)) {
                none.stop();
            } catch (RuntimeException e) {
                assertThat(recovered(e))
                        .hasToString(
                                "runtime error: invalid memory address or nil pointer dereference");
            }
        });
    }

    /// Go: TestMultiWakeupTimer, its rule: who resets a timer that others wait on keeps none of
    /// them waiting.
    @Test
    void every_waiter_of_a_timer_that_is_reset_again_and_again_is_served() {
        onVirtualClock(_ -> {
            GoTimer t = new GoTimer(ofNanos(1));
            var wg = new WaitGroup();
            for (int _ : range(10)) {
                wg.go(() -> {
                    t.c().recv();
                    t.reset(ofNanos(1));
                });
            }
            wg.await();
        });
    }
}
