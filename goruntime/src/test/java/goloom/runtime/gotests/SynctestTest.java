package goloom.runtime.gotests;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.CancelContext;
import goloom.runtime.Chan;
import goloom.runtime.Cond;
import goloom.runtime.Context;
import goloom.runtime.GoTimer;
import goloom.runtime.Mutex;
import goloom.runtime.TestProgram;
import goloom.runtime.WaitGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Go: internal/synctest/synctest_test.go, what is about time. Here it is the time of a whole
/// runtime: there are no bubbles, so nothing comes from outside of one. `synctest.Wait` is a sleep
/// of a nanosecond, which is over when all others wait. TestTimerNondeterminism and
/// TestSleepNondeterminism hold in bubbles only.
final class SynctestTest {
    private static void run(TestProgram.Main main) {
        TestProgram.virtual().runs(main).ok();
    }

    /// Go: synctest.Wait.
    private static void untilAllWait() {
        sleep(ofNanos(1));
    }

    private static Duration since(Instant start) {
        return Duration.between(start, now());
    }

    /// Go: TestNow.
    @Test
    void every_goroutine_sees_the_same_clock() {
        run(_ -> {
            Instant start = now();
            go(() -> assertThat(now()).isEqualTo(start));
            sleep(ofSeconds(1));
            assertThat(now()).isEqualTo(start.plusSeconds(1));
        });
    }

    /// Go: TestSimpleWait, TestWait.
    @Test
    void wait_returns_when_the_others_block_or_have_ended() {
        run(_ -> {
            AtomicInteger i = new AtomicInteger();
            var block = signal();
            go(() -> {
                i.incrementAndGet();
                go(() -> i.incrementAndGet());
                block.recv();
                i.incrementAndGet();
            });
            untilAllWait();
            assertThat(i).hasValue(2);
            block.close();
            untilAllWait();
            assertThat(i).hasValue(3);
        });
    }

    /// Go: TestTimerReadBeforeDeadline.
    @Test
    void reader_waits_until_a_timer_is_due() {
        run(_ -> {
            Instant start = now();
            new GoTimer(ofSeconds(5)).c().recv();
            assertThat(since(start)).isEqualTo(ofSeconds(5));
        });
    }

    /// Go: TestTimerReadAfterDeadline.
    @Test
    void late_reader_gets_the_time_at_which_a_timer_was_due() {
        run(_ -> {
            Instant due = now().plusSeconds(1);
            GoTimer t = new GoTimer(ofSeconds(1));
            sleep(ofSeconds(2));
            assertThat(t.c().recv()).isEqualTo(due);
        });
    }

    /// Go: TestTimerReset.
    @Test
    void reset_counts_from_the_time_at_which_it_is_called() {
        run(_ -> {
            Instant start = now();
            GoTimer t = new GoTimer(ofSeconds(1));
            assertThat(t.c().recv()).isEqualTo(start.plusSeconds(1));
            t.reset(ofSeconds(2));
            assertThat(t.c().recv()).isEqualTo(start.plusSeconds(1 + 2));
            t.reset(ofSeconds(3));
            sleep(ofSeconds(1));
            t.reset(ofSeconds(3));
            assertThat(t.c().recv()).isEqualTo(start.plusSeconds(1 + 2 + 4));
        });
    }

    /// Go: TestTimeAfter.
    @Test
    void goroutine_of_a_body_that_ran_later_sleeps_by_the_same_clock() {
        run(_ -> {
            AtomicInteger i = new AtomicInteger();
            afterFunc(
                    ofSeconds(1),
                    () -> {
                        i.incrementAndGet();
                        go(() -> {
                            sleep(ofSeconds(1));
                            i.incrementAndGet();
                        });
                    });
            sleep(ofSeconds(3));
            assertThat(i).hasValue(2);
        });
    }

    /// Go: TestTimerAfterBubbleExit. Often: the clock once moved between the end of main and that
    /// of the program.
    @RepeatedTest(300)
    void timer_does_not_run_when_main_has_ended() {
        AtomicBoolean ran = new AtomicBoolean();
        run(_ -> afterFunc(ofSeconds(1), () -> ran.set(true)));
        assertThat(ran).isFalse();
    }

    /// Go: TestTimerRunsImmediately.
    @Test
    void timer_of_zero_is_due_at_once() {
        run(_ -> {
            Instant start = now();
            var in = onRecv(new GoTimer(ZERO).c());
            assertThat(select(in, onDefault())).isZero();
            assertThat(in.value()).isEqualTo(start);
        });
    }

    /// Go: TestTimerRanInPast.
    @Test
    void timer_that_was_due_in_the_past_is_ready() {
        run(_ -> {
            Instant due = now().plusSeconds(1);
            GoTimer t = new GoTimer(ofSeconds(1));
            sleep(ofSeconds(2));
            var in = onRecv(t.c());
            assertThat(select(in, onDefault())).isZero();
            assertThat(in.value()).isEqualTo(due);
        });
    }

    /// Go: TestAfterFuncRunsImmediately.
    @Test
    void body_after_zero_runs_while_others_can_run() {
        run(_ -> {
            AtomicBoolean ran = new AtomicBoolean();
            afterFunc(ZERO, () -> ran.set(true));
            while (!ran.get()) {
                gosched();
            }
        });
    }

    /// Go: TestTimerResetZeroDoNotHang.
    @Test
    void reset_to_zero_of_a_timer_that_a_goroutine_reads_does_not_hang() {
        run(_ -> {
            GoTimer t = new GoTimer(ZERO);
            CancelContext ctx = Context.withCancel(Context.background());
            AtomicInteger fired = new AtomicInteger();
            var ended = signal();
            go(() -> {
                while (select(onRecv(ctx.done()), onRecv(t.c())) == 1) {
                    fired.incrementAndGet();
                }
                ended.close();
            });
            untilAllWait();
            assertThat(fired).hasValue(1);
            t.reset(ZERO);
            untilAllWait();
            assertThat(fired).hasValue(2);
            ctx.cancel();
            ended.recv();
        });
    }

    /// Go: TestDeadlockRoot.
    @Test
    void main_that_nobody_can_wake_is_a_deadlock() {
        assertThat(TestProgram.virtual().runs(_ -> select()).headline())
                .isEqualTo("fatal error: all goroutines are asleep - deadlock!");
    }

    /// Go: TestDeadlockChild.
    @Test
    void main_that_waits_for_a_goroutine_that_nobody_can_wake_is_a_deadlock() {
        var ran =
                TestProgram.virtual()
                        .runs(_ -> {
                            var wg = new WaitGroup();
                            wg.go(() -> select());
                            wg.await();
                        });
        assertThat(ran.outcome().report())
                .startsWith("fatal error: all goroutines are asleep - deadlock!\n")
                .contains("[sync.WaitGroup.Wait]:", "[select (no cases)]:");
    }

    /// Go: TestCond.
    @Test
    void signal_and_broadcast_come_when_their_goroutine_has_slept() {
        run(_ -> {
            Mutex mu = new Mutex();
            Cond cond = new Cond(mu);
            Instant start = now();
            go(() -> {
                sleep(ofMillis(1));
                mu.lock();
                cond.signal();
                mu.unlock();
                sleep(ofMillis(1));
                mu.lock();
                cond.broadcast();
                mu.unlock();
            });
            awaitOnce(mu, cond);
            assertThat(since(start)).isEqualTo(ofMillis(1));
            Chan<Boolean> other = chan(boolean.class, 1);
            go(() -> {
                awaitOnce(mu, cond);
                other.send(true);
            });
            awaitOnce(mu, cond);
            assertThat(since(start)).isEqualTo(ofMillis(2));
            assertThat(other.recv()).isTrue();
            assertThat(since(start)).isEqualTo(ofMillis(2));
        });
    }

    @SuppressWarnings("WaitNotInLoop") // as in the test of Go
    private static void awaitOnce(Mutex mu, Cond cond) {
        mu.lock();
        cond.await();
        mu.unlock();
    }

    /// Go: TestWaitGroupInBubble.
    @Test
    void wait_group_waits_as_long_as_its_goroutine_sleeps() {
        run(_ -> {
            var wg = new WaitGroup();
            Instant start = now();
            wg.go(() -> sleep(ofSeconds(1)));
            wg.await();
            assertThat(since(start)).isEqualTo(ofSeconds(1));
        });
    }

    /// Go: TestWaitGroupRacingAdds.
    @Test
    void wait_group_of_a_hundred_that_end_at_once_takes_no_time() {
        run(_ -> {
            var wg = new WaitGroup();
            Instant start = now();
            for (int _ : range(100)) {
                wg.go(() -> {});
            }
            wg.await();
            assertThat(since(start)).isZero();
        });
    }

    private int v1; // each by one goroutine at a time
    private int v2;

    /// Go: TestHappensBefore. Goroutines on two Ps write to plain fields; each wait orders them.
    @Test
    void what_is_done_before_all_wait_is_seen_after_it() {
        run(_ -> {
            v1++;
            v2++;
            go(() -> v1++);
            go(() -> v2++);
            untilAllWait();
            v1++;
            v2++;
            var block = signal();
            go(() -> {
                v1++;
                block.recv();
            });
            afterFunc(
                    ZERO,
                    () -> {
                        v2++;
                        block.recv();
                    });
            untilAllWait();
            v1++;
            v2++;
            block.close();
            go(() -> go(() -> v1++));
            go(() -> go(() -> v2++));
            untilAllWait();
            assertThat(v1).isEqualTo(6);
            assertThat(v2).isEqualTo(6);
        });
    }
}
