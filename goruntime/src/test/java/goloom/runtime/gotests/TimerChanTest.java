package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import goloom.runtime.Chan;
import goloom.runtime.Clock;
import goloom.runtime.RecvChan;
import goloom.runtime.Signal;
import goloom.runtime.TestProgram;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Go: time/tick_test.go, TestChan: the channel of a timer and of a ticker, as since Go 1.23.
final class TimerChanTest {
    private static final Duration FAR = ofSeconds(10_000);
    private static final Duration NOW = ofNanos(1);
    private static final Duration A_WHILE = ofMillis(10);
    private static final int TRIES = 5_000;

    static Stream<Arguments> timersAndClocks() {
        return Stream.of(false, true)
                .flatMap(ticks ->
                        Stream.of(
                                arguments(ticks, "virtual", (Supplier<Clock>) Clock::virtual),
                                arguments(ticks, "real", (Supplier<Clock>) Clock::system)));
    }

    private interface Rule {
        void check(Tested t) throws Exception;
    }

    private static void run(boolean ticks, Supplier<Clock> clock, Rule rule) {
        TestProgram.procs(2)
                .clock(clock.get())
                .runs(_ -> {
                    TestTimer t =
                            ticks ? new TestTimer.Ticking(FAR) : TestTimer.Kind.CHAN.make(FAR);
                    rule.check(new Tested(t, ticks));
                })
                .ok();
    }

    /// A timer with what the test asks of its channel.
    private record Tested(TestTimer timer, boolean ticks) {
        RecvChan<Instant> c() {
            return timer.c();
        }

        void noTick() {
            assertThat(select(onRecv(c()), onDefault())).as("extra tick").isEqualTo(1);
        }

        void tick() {
            for (int _ : range(TRIES)) {
                if (select(onRecv(c()), onDefault()) == 0) {
                    return;
                }
                sleep(A_WHILE);
            }
            throw new AssertionError("missing tick");
        }

        void bufferDoesNotShow() {
            assertThat(len(c())).isZero();
            assertThat(cap(c())).isZero();
        }
    }

    private static void notDone(Chan<?> done) {
        assertThat(select(onRecv(done), onDefault())).as("early done").isEqualTo(1);
    }

    private static void waitDone(Chan<?> done) {
        for (int _ : range(TRIES)) {
            if (select(onRecv(done), onDefault()) == 0) {
                return;
            }
            sleep(A_WHILE);
        }
        throw new AssertionError("never got done");
    }

    @ParameterizedTest(name = "ticks {0}, {1} clock")
    @MethodSource("timersAndClocks")
    void stop_and_reset_that_nobody_waits_for(boolean ticks, String name, Supplier<Clock> clock) {
        run(
                ticks,
                clock,
                t -> {
                    t.timer.stop();
                    t.noTick();
                    t.timer.reset(FAR);
                    t.noTick();
                    t.timer.reset(NOW);
                    sleep(A_WHILE);
                    t.bufferDoesNotShow();
                    t.tick();
                    sleep(A_WHILE); // a ticker ticks again
                    t.timer.reset(FAR);
                    t.noTick();
                });
    }

    @ParameterizedTest(name = "ticks {0}, {1} clock")
    @MethodSource("timersAndClocks")
    void reset_while_a_goroutine_waits(boolean ticks, String name, Supplier<Clock> clock) {
        run(
                ticks,
                clock,
                t -> {
                    Signal done = signal();
                    go(() -> {
                        t.c().recv();
                        done.close();
                    });
                    sleep(A_WHILE);
                    notDone(done);
                    t.timer.reset(FAR.multipliedBy(2));
                    sleep(A_WHILE);
                    notDone(done);
                    t.timer.reset(NOW);
                    waitDone(done);
                    if (ticks) {
                        t.tick();
                    } else {
                        t.noTick();
                    }
                    t.timer.stop();
                    t.noTick();
                });
    }

    @ParameterizedTest(name = "ticks {0}, {1} clock")
    @MethodSource("timersAndClocks")
    void reset_while_two_select(boolean ticks, String name, Supplier<Clock> clock) {
        run(
                ticks,
                clock,
                t -> {
                    Chan<Boolean> done = chan(boolean.class, 2);
                    Signal done1 = signal();
                    Signal done2 = signal();
                    Signal stop = signal();
                    for (Signal end : new Signal[] {done1, done2}) {
                        go(() -> {
                            select(onRecv(t.c(), () -> done.send(true)), onRecv(stop));
                            end.close();
                        });
                    }
                    sleep(A_WHILE);
                    notDone(done);
                    t.timer.reset(A_WHILE.dividedBy(2));
                    sleep(A_WHILE);
                    waitDone(done);
                    t.timer.stop();
                    stop.close();
                    waitDone(done1);
                    waitDone(done2);
                    if (ticks) {
                        // A second tick may have come before the stop, and been taken.
                        select(onRecv(done), onDefault());
                    }
                    notDone(done);
                });
    }

    @ParameterizedTest(name = "ticks {0}, {1} clock")
    @MethodSource("timersAndClocks")
    void select_on_a_stopped_timer(boolean ticks, String name, Supplier<Clock> clock) {
        run(
                ticks,
                clock,
                t -> {
                    t.timer.stop();
                    Signal stop = signal();
                    Chan<Boolean> done = chan(boolean.class, 2);
                    for (int _ : range(2)) {
                        go(() -> {
                            assertThat(select(onRecv(t.c()), onRecv(stop))).isEqualTo(1);
                            done.send(true);
                        });
                    }
                    sleep(A_WHILE);
                    stop.close();
                    waitDone(done);
                    waitDone(done);
                });
    }

    /// Proposal go.dev/issue/37196.
    @ParameterizedTest(name = "ticks {0}, {1} clock")
    @MethodSource("timersAndClocks")
    void no_old_value_after_stop_or_reset(boolean ticks, String name, Supplier<Clock> clock) {
        run(
                ticks,
                clock,
                t -> {
                    t.timer.reset(NOW);
                    sleep(A_WHILE);
                    assertThat(t.timer.stop()).isTrue();
                    t.noTick();
                    t.timer.reset(ofHours(1));
                    t.noTick();
                    assertThat(t.timer.reset(NOW)).isTrue();
                    t.tick();
                    sleep(A_WHILE);
                    if (ticks) {
                        t.tick();
                        sleep(A_WHILE);
                    } else {
                        t.noTick();
                    }
                    assertThat(t.timer.reset(ofHours(1))).isEqualTo(ticks);
                    t.noTick();
                });
    }
}
