package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.GoBody;
import goloom.runtime.GoTicker;
import goloom.runtime.GoTimer;
import goloom.runtime.RecvChan;
import goloom.runtime.SelectCase;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Go: time/tick_test.go; TestChan is [TimerChanTest]. Tickers made of a channel of the program's
/// own (TestManualTicker) do not exist.
final class TickTest {
    private static void onVirtualClock(TestProgram.Main main) {
        TestProgram.virtual().runs(main).ok();
    }

    /// Go: TestTicker.
    @Test
    void ticker_ticks_by_its_period_until_it_is_stopped() {
        Duration delta = ofMillis(20);
        int count = 10;
        onVirtualClock(_ -> {
            GoTicker t = new GoTicker(delta);
            Instant start = now();
            for (int _ : range(count / 2)) {
                t.c().recv();
            }
            t.reset(delta.multipliedBy(2));
            for (int _ : range(count / 2)) {
                t.c().recv();
            }
            t.stop();
            assertThat(now()).isEqualTo(start.plus(delta.multipliedBy(3 * count / 2)));
            sleep(delta.multipliedBy(2));
            assertThat(select(onRecv(t.c()), onDefault())).isEqualTo(1);
        });
    }

    /// Go: TestTeardown.
    @Test
    void stop_of_a_ticker_does_not_wait() {
        onVirtualClock(_ -> {
            for (int _ : range(3)) {
                GoTicker t = new GoTicker(ofMillis(100));
                t.c().recv();
                t.stop();
            }
        });
    }

    /// Go: TestTick.
    @Test
    void tick_of_no_positive_duration_is_nil() {
        onVirtualClock(_ -> {
            assertThat(isNil(tick(ofNanos(-1)))).isTrue();
            assertThat(isNil(tick(ZERO))).isTrue();
        });
    }

    private static String panicOf(GoBody body) {
        return TestProgram.run(_ -> body.run()).headline();
    }

    /// Go: TestNewTickerLtZeroDuration.
    @Test
    void new_ticker_of_a_negative_duration_panics() {
        assertThat(panicOf(() -> new GoTicker(ofNanos(-1))))
                .isEqualTo("panic: non-positive interval for NewTicker");
    }

    /// Go: TestTickerResetLtZeroDuration.
    @Test
    void reset_of_a_ticker_to_zero_panics() {
        assertThat(panicOf(() -> new GoTicker(ofSeconds(1)).reset(ZERO)))
                .isEqualTo("panic: non-positive interval for Ticker.Reset");
    }

    /// Go: TestTickTimes.
    @Test
    void late_reader_of_a_ticker_gets_the_time_of_the_tick() {
        onVirtualClock(_ -> {
            Instant start = now();
            RecvChan<Instant> c = tick(ofMillis(10));
            sleep(ofMillis(505));
            assertThat(c.recv()).isEqualTo(start.plusMillis(10));
        });
    }

    /// Go: TestLongAdjustTimers. A queue in front of a heap of many timers, some of which are
    /// changed for each value that comes out of it.
    @Test
    void many_short_timers_do_not_slow_down_a_queue() {
        int rounds = 500;
        int burst = 20;
        TestProgram.run(
                        _ -> {
                            var wg = new WaitGroup();
                            for (int _ : range(5000)) {
                                wg.go(() -> sleep(ofNanos(10_000)));
                            }
                            var done = signal();
                            GoTimer limit = afterFunc(ofSeconds(150), done::close);
                            Chan<Integer> in = chan(int.class);
                            Chan<Integer> out = chan(int.class);
                            wg.go(() -> queue(in, out));
                            int sent = 0;
                            int received = 0;
                            for (int _ : range(rounds)) {
                                for (int _ : range(burst)) {
                                    in.send(sent++);
                                }
                                for (int _ : range(burst)) {
                                    var v = onRecv(out);
                                    var late = onRecv(after(ofSeconds(100)));
                                    assertThat(select(v, late, onRecv(done))).isZero();
                                    assertThat(v.value()).isEqualTo(received++);
                                }
                            }
                            in.close();
                            wg.await();
                            limit.stop();
                        })
                .ok();
    }

    private static void queue(Chan<Integer> in, Chan<Integer> out) {
        Deque<Integer> q = new ArrayDeque<>();
        for (; ; ) {
            SelectCase send =
                    q.isEmpty() ? onSend(Chan.<Integer>nil(), 0) : onSend(out, q.getFirst());
            var add = onRecv(in);
            if (select(send, add) == 0) {
                q.removeFirst();
            } else if (!add.ok()) {
                return;
            } else {
                q.addLast(add.value());
            }
        }
    }

    enum Unused {
        AFTER,
        TICK,
        NEW_TIMER,
        NEW_TICKER,
        NEW_TIMER_STOP,
        NEW_TICKER_STOP;

        Object make() {
            Duration d = ofHours(1);
            return switch (this) {
                case AFTER -> after(d);
                case TICK -> tick(d);
                case NEW_TIMER -> new GoTimer(d);
                case NEW_TICKER -> new GoTicker(d);
                case NEW_TIMER_STOP -> {
                    GoTimer t = new GoTimer(d);
                    t.stop();
                    yield t;
                }
                case NEW_TICKER_STOP -> {
                    GoTicker t = new GoTicker(d);
                    t.stop();
                    yield t;
                }
            };
        }
    }

    /// Go: TestTimerGC.
    @ParameterizedTest
    @EnumSource
    void timer_that_nobody_can_reach_is_collected(Unused what) {
        TestProgram.run(
                        _ -> {
                            List<WeakReference<Object>> refs = new ArrayList<>();
                            for (int _ : range(1000)) {
                                refs.add(new WeakReference<>(what.make()));
                            }
                            System.gc();
                            // The last may still be in a register or on the stack.
                            assertThat(refs.stream().filter(r -> !r.refersTo(null)).count())
                                    .isLessThanOrEqualTo(1);
                        })
                .ok();
    }
}
