package goloom.runtime;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.Ending;
import goloom.trace.EventKind;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A goroutine in a class initialiser cannot leave its thread. It waits there, and its P goes to
/// another thread. Each initialiser runs once, so each test has a class of its own.
final class PinnedTest {
    private static final Chan<Integer> VALUES = Chan.make();

    private static final class Receives {
        static final int VALUE = VALUES.recv();
    }

    @Test
    void pinned_receiver_hands_its_P_off() {
        TestProgram.procs(1)
                .runs(runtime -> {
                    runtime.startTrace(100_000);
                    Chan<Integer> got = chan(int.class);
                    go(() -> got.send(Receives.VALUE));
                    runtime.awaitParked(1);
                    VALUES.send(7);
                    assertThat(got.recv()).isEqualTo(7);
                    var trace = runtime.stopTrace(Ending.returned());
                    assertThat(IntStream.range(0, trace.size()).mapToObj(trace::kind))
                            .contains(EventKind.PROC_HANDOFF);
                })
                .ok();
    }

    private static final Mutex MU = new Mutex();

    private static final class Locks {
        static final boolean LOCKED;

        static {
            MU.lock();
            LOCKED = true;
            MU.unlock();
        }
    }

    @Test
    void pinned_goroutine_waits_for_a_lock() {
        TestProgram.procs(1)
                .runs(runtime -> {
                    MU.lock();
                    var wg = new WaitGroup();
                    wg.go(() -> assertThat(Locks.LOCKED).isTrue());
                    runtime.awaitParked(1);
                    MU.unlock();
                    wg.await();
                })
                .ok();
    }

    private static final class Selects {
        static final int CHOSEN = select(onRecv(Chan.<Integer>nil()), onRecv(after(ofMillis(5))));
    }

    @Test
    void pinned_goroutine_waits_in_a_select_for_a_timer() {
        TestProgram.procs(1)
                .runs(_ -> {
                    Chan<Integer> got = chan(int.class);
                    go(() -> got.send(Selects.CHOSEN));
                    assertThat(got.recv()).isEqualTo(1);
                })
                .ok();
    }

    private static final class Sleeps {
        static final boolean SLEPT;

        static {
            sleep(ofMillis(5));
            gosched();
            SLEPT = true;
        }
    }

    @Test
    void pinned_goroutine_sleeps_and_yields() {
        TestProgram.procs(1)
                .runs(_ -> {
                    var wg = new WaitGroup();
                    wg.go(() -> assertThat(Sleeps.SLEPT).isTrue());
                    wg.go(() -> {
                        for (int _ : range(100)) {
                            gosched();
                        }
                    });
                    wg.await();
                })
                .ok();
    }

    private static final class Naps {
        static {
            sleep(ofNanos(1));
        }
    }

    /// Between the moment it counts as waiting and the moment its timer is set, nothing else moves:
    /// that is no deadlock.
    @Test
    void pinned_goroutine_that_begins_to_sleep_is_not_a_deadlock() throws Exception {
        byte[] naps;
        try (var in =
                PinnedTest.class.getResourceAsStream(
                        Naps.class.getName().substring(Naps.class.getPackageName().length() + 1)
                                + ".class")) {
            naps = Objects.requireNonNull(in).readAllBytes();
        }
        var lookup = MethodHandles.lookup();
        for (int _ : range(1000)) {
            TestProgram.procs(1).runs(_ -> lookup.defineHiddenClass(naps, true)).ok();
        }
    }

    private static void send(Chan<Integer> c, int v) {
        c.send(v);
    }

    private static final class Starts {
        static final int SUM;

        static {
            Chan<Integer> c = chan(int.class);
            for (int i : range(10)) {
                go(PinnedTest::send, c, i); // no lambda of this class: it would wait for it
            }
            int sum = 0;
            for (int _ : range(10)) {
                sum += c.recv();
            }
            SUM = sum;
        }
    }

    @Test
    void pinned_main_may_start_goroutines_and_wait_for_them() {
        TestProgram.procs(1).runs(_ -> assertThat(Starts.SUM).isEqualTo(45)).ok();
    }

    private static final Chan<Integer> GATE = Chan.make();

    private static final class Contended {
        static final int VALUE = GATE.recv();
    }

    @Test
    void others_that_need_the_class_wait_for_its_initialiser() {
        TestProgram.procs(1)
                .runs(runtime -> {
                    Chan<Integer> got = chan(int.class);
                    for (int _ : range(3)) {
                        go(() -> got.send(Contended.VALUE));
                    }
                    runtime.awaitParked(1);
                    for (int _ : range(100)) {
                        gosched();
                    }
                    GATE.send(7);
                    for (int _ : range(3)) {
                        assertThat(got.recv()).isEqualTo(7);
                    }
                })
                .ok();
    }

    private static final Chan<Integer> LATE = Chan.make();

    private static final class Late {
        static final int VALUE = LATE.recv();

        static void body() {
            assertThat(VALUE).isEqualTo(7);
        }
    }

    /// It blocks before the first frame of its own: on the way into its body.
    @Test
    void goroutine_whose_body_is_in_a_class_that_is_initialised_hands_its_P_off() {
        TestProgram.procs(1)
                .runs(runtime -> {
                    var wg = new WaitGroup();
                    go(() -> println(Late.VALUE));
                    runtime.awaitParked(1);
                    wg.go(Late::body);
                    wg.go(Late::body);
                    gosched();
                    LATE.send(7);
                    wg.await();
                })
                .ok();
    }

    private static final class Deadlocks {
        static final int VALUE = new Chan1().c.recv();
    }

    private static final class Chan1 {
        private final Chan<Integer> c = chan(int.class);
    }

    @Test
    void deadlock_with_a_pinned_goroutine_is_reported() {
        var ran = TestProgram.procs(1).runs(_ -> println(Deadlocks.VALUE));
        assertThat(ran.headline()).isEqualTo("fatal error: all goroutines are asleep - deadlock!");
        assertThat(ran.outcome().report()).contains("\ngoroutine 1 [chan receive]:\n");
    }

    private static final class Killed {
        static final int VALUE = new Chan1().c.recv();
    }

    @Test
    void pinned_goroutine_can_be_ended() {
        try (GoRuntime session = GoRuntime.builder().procs(1).endsWithMain(false).build()) {
            session.run(() -> go(() -> println(Killed.VALUE)));
            session.awaitParked(1);
            KillTest.endAll(session);
            assertThat(session.numGoroutine()).isZero();
        }
    }
}
