package goloom.runtime;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static goloom.runtime.Go.range;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.Ending;
import goloom.trace.EventKind;
import goloom.trace.Trace;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The end of a traced program.
final class TracedEndTest {
    private static Trace traced(int procs, GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(procs).build()) {
            runtime.startTrace(100_000);
            Outcome o = runtime.run(main);
            return runtime.stopTrace(GoRuntime.ending(o));
        }
    }

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_program_ends_also_while_sysmon_writes_into_the_trace() {
        // The goroutine that ended the program once waited for sysmon, and never came back.
        for (int i = 0; i < 300; i++) {
            int run = i;
            Trace t =
                    traced(
                            1 + run % 2,
                            () -> {
                                Chan<Integer> ch = chan(int.class);
                                go(() -> range(3).forEach(ch::send));
                                for (int k = 0; k < 3; k++) {
                                    ch.recv();
                                }
                                spin(run % 7 * 100_000L);
                            });
            assertThat(t.ending().kind()).isEqualTo(Ending.Kind.RETURNED);
        }
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_torn_down_is_not_in_the_trace() {
        Trace t =
                traced(
                        1,
                        () -> {
                            for (int i = 0; i < 3; i++) {
                                go("late", () -> {});
                            }
                        });
        assertThat(t.events())
                .filteredOn(e -> e.kind() == EventKind.GO_START || e.kind() == EventKind.GO_END)
                .extracting(goloom.trace.Event::goroutine)
                .containsOnly(1);
    }

    @Test
    void a_deadlock_is_the_end_of_the_trace() {
        Trace t = traced(1, () -> chan(int.class).recv());
        assertThat(t.ending().kind()).isEqualTo(Ending.Kind.DEADLOCK);
        assertThat(t.events())
                .extracting(goloom.trace.Event::kind)
                .doesNotContain(EventKind.GO_UNBLOCK, EventKind.GO_END);
    }

    @Test
    void a_wait_that_need_not_block_is_in_the_trace() {
        Trace t = traced(1, () -> new WaitGroup().await());
        assertThat(t.events())
                .extracting(goloom.trace.Event::kind)
                .contains(EventKind.WAITGROUP_WAITED);
    }

    @Test
    void a_select_that_blocks_tells_what_it_waits_for() {
        Trace t =
                traced(
                        1,
                        () -> {
                            Chan<Integer> a = chan(int.class);
                            Chan<Integer> b = chan(int.class);
                            go(() -> a.send(1));
                            Go.select(Go.onRecv(a), Go.onSend(b, 2));
                        });
        assertThat(t.events())
                .filteredOn(e -> e.kind() == EventKind.SELECT_CASE)
                .extracting(goloom.trace.Event::arg)
                .containsExactly(0, 1);
    }

    @Test
    void a_send_into_a_full_buffer_has_its_value() {
        Trace t =
                traced(
                        1,
                        () -> {
                            Chan<String> ch = chan(String.class, 1);
                            go(() -> {
                                ch.recv();
                                ch.recv();
                            });
                            ch.send("first");
                            ch.send("second");
                        });
        assertThat(t.events())
                .filteredOn(e -> e.kind() == EventKind.CHAN_SEND)
                .extracting(goloom.trace.Event::value)
                .containsExactly("\"first\"", "\"second\"");
    }

    @Test
    void a_goroutine_that_locks_its_thread_says_so() {
        Trace t =
                traced(
                        1,
                        () -> {
                            Go.lockOSThread();
                            Go.lockOSThread();
                            Go.unlockOSThread();
                            Go.unlockOSThread();
                        });
        assertThat(t.events())
                .filteredOn(e -> e.goroutine() == 1)
                .extracting(goloom.trace.Event::kind)
                .containsSubsequence(EventKind.LOCK_THREAD, EventKind.UNLOCK_THREAD)
                .containsOnlyOnce(EventKind.LOCK_THREAD);
    }
}
