package goloom.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Clock;
import goloom.runtime.Go;
import goloom.runtime.Outcome;
import goloom.runtime.SchedulePolicy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Asking goroutines to give up their P.
final class PreemptTest {
    private static final int GOROUTINES = 8;
    private static final int REQUESTS = 5_000;

    @Test
    void request_to_a_goroutine_that_is_about_to_yield_does_not_run_it_twice() throws Exception {
        Sched sched = new Sched(Clock.system(), SchedulePolicy.random());
        sched.program().configure(true, _ -> {});
        sched.start(4);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong requests = new AtomicLong();
        Thread asker =
                Thread.ofPlatform()
                        .start(() -> {
                            while (requests.incrementAndGet() < REQUESTS) {
                                sched.forEachG(g -> {
                                    if (g.status() == G.RUNNING) {
                                        Preempt.request(g);
                                    }
                                });
                            }
                            stop.set(true);
                        });
        Outcome outcome =
                sched.program()
                        .run(() -> {
                            for (int i = 0; i < GOROUTINES; i++) {
                                Go.go(() -> {
                                    while (!stop.get()) {
                                        Go.gosched();
                                    }
                                });
                            }
                            while (!stop.get()) {
                                Go.gosched();
                            }
                        });
        asker.join();
        assertThat(outcome).isInstanceOf(Outcome.Returned.class);
    }
}
