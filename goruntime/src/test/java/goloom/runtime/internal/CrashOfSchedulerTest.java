package goloom.runtime.internal;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import goloom.runtime.Clock;
import goloom.runtime.GoBody;
import goloom.runtime.Outcome;
import goloom.runtime.SchedulePolicy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// The scheduler itself fails: it says all it knows, once, and the program ends.
final class CrashOfSchedulerTest {
    private static final Duration LIMIT = Duration.ofSeconds(200);

    private record Crashed(Outcome outcome, String err) {}

    private static Crashed run(Sched sched, int procs, GoBody main) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            sched.program().configure(true, _ -> {});
            sched.start(procs);
            Outcome o = assertTimeoutPreemptively(LIMIT, () -> sched.program().run(main));
            assertTimeoutPreemptively(LIMIT, () -> sched.program().teardown());
            assertTimeoutPreemptively(LIMIT, () -> awaitNoThreads(sched));
            return new Crashed(o, err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    private static void awaitNoThreads(Sched sched) {
        while (sched.threads() > 0) {
            LockSupport.parkNanos(100_000);
        }
    }

    private static void saysAll(Crashed c, String where, String why, String goroutine) {
        assertThat(c.err()).containsOnlyOnce("goloom: the scheduler failed on " + where);
        assertThat(c.err()).containsOnlyOnce("SCHED gomaxprocs=");
        assertThat(c.err()).contains("\n  P0: ", "\n  M0: ", why, "\n" + goroutine);
    }

    private static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Faulty() {
            super("injected");
        }
    }

    private volatile boolean armed;

    @Test
    void a_policy_that_fails_ends_the_program() {
        SchedulePolicy policy =
                thread ->
                        (choice, bound) -> {
                            if (armed) {
                                throw new Faulty();
                            }
                            return 0;
                        };
        Sched sched = new Sched(Clock.system(), policy);
        Crashed c =
                run(
                        sched,
                        2,
                        () -> {
                            G main = java.util.Objects.requireNonNull(G.current());
                            go(() -> {
                                while (main.status() != G.WAITING) {
                                    gosched();
                                }
                                armed = true;
                                while (true) { // so that the other M has something to steal
                                    go(() -> {});
                                    gosched();
                                }
                            });
                            chan(int.class).recv();
                        });
        assertThat(c.outcome().report()).startsWith("goloom: internal error: ");
        saysAll(c, "M", "Faulty: injected", "goroutine 1 [chan receive]:");
    }

    @Test
    void a_clock_that_fails_ends_the_program() {
        Clock clock =
                new Clock() {
                    @Override
                    public long nanos() {
                        if (armed) {
                            throw new Faulty();
                        }
                        return System.nanoTime();
                    }

                    @Override
                    public Instant now() {
                        return Instant.EPOCH;
                    }
                };
        Crashed c =
                run(
                        new Sched(clock, SchedulePolicy.random()),
                        1,
                        () -> {
                            afterFunc(Duration.ofHours(1), () -> {});
                            armed = true;
                            chan(int.class).recv();
                        });
        assertThat(c.outcome().report()).startsWith("goloom: internal error: ");
        saysAll(c, "M", "Faulty: injected", "goroutine 1 [chan receive]:");
    }

    @Test
    void a_failure_with_the_lock_of_the_scheduler_held_does_not_hang() {
        Sched sched = new Sched(Clock.system(), SchedulePolicy.random());
        Crashed c =
                run(
                        sched,
                        1,
                        () -> {
                            go(() -> chan(int.class).recv());
                            gosched();
                            sched.forEachG(g -> {
                                if (g.id != 1) { // the queue is broken: one of them is in it three
                                    // times
                                    sched.lock();
                                    sched.putGlobal(g);
                                    sched.putGlobal(g);
                                    sched.putGlobal(g);
                                    sched.unlock();
                                }
                            });
                            chan(int.class).recv();
                        });
        assertThat(c.outcome().report()).startsWith("goloom: internal error: ");
        saysAll(c, "M0", "NullPointerException", "goroutine 1 [chan receive]:");
    }

    @Test
    void a_lock_that_is_never_released_does_not_hang_the_end() {
        Sched sched = new Sched(Clock.system(), SchedulePolicy.random());
        Hchan c = new Hchan(0);
        Crashed crashed =
                run(
                        sched,
                        1,
                        () -> {
                            go(() -> c.recv());
                            gosched();
                            c.lock(); // and it fails before it unlocks
                            throw panic("boom");
                        });
        assertThat(crashed.outcome().report()).startsWith("panic: boom");
        saysAll(
                crashed,
                "the end of the program",
                "a lock of the scheduler was not released",
                "goroutine 2 [chan receive]:");
    }
}
