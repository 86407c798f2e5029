package goloom.runtime;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.Analysis;
import goloom.trace.Ending;
import goloom.trace.Event;
import goloom.trace.EventKind;
import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A trace that is looked at while the program runs.
final class SnapshotTest {
    /// Goroutines that make channels and goroutines all the time, until `stop`.
    private static GoBody busy(AtomicBoolean stop) {
        return () -> {
            while (!stop.get()) {
                Chan<Integer> ch = chan(int.class);
                go(
                        "sender",
                        () -> {
                            for (int i = 0; i < 5; i++) {
                                ch.send(i);
                            }
                            ch.close();
                        });
                for (var _ : ch) {}
            }
        };
    }

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_snapshot_is_the_beginning_of_the_trace() throws Exception {
        List<Trace> snapshots = new ArrayList<>();
        Trace whole;
        try (GoRuntime runtime = GoRuntime.builder().procs(2).build()) {
            AtomicBoolean stop = new AtomicBoolean();
            runtime.startTrace(300_000);
            Thread program = Thread.ofPlatform().start(() -> runtime.run(busy(stop)));
            for (int next = 1; next < 100_000; ) {
                Trace t = Objects.requireNonNull(runtime.snapshotTrace(1_000_000));
                if (t.size() >= next) {
                    snapshots.add(t);
                    next = t.size() + 5_000;
                }
            }
            stop.set(true);
            program.join();
            whole = runtime.stopTrace();
        }
        for (Trace t : snapshots) {
            assertThat(t.ending().kind()).isEqualTo(Ending.Kind.RUNNING);
            assertThat(t.duration()).isLessThanOrEqualTo(whole.duration());
            assertThat(consistent(t)).isTrue();
            assertThat(started(whole)).startsWith(started(t).stream().toArray(String[]::new));
        }
        assertThat(snapshots).hasSizeGreaterThan(1);
    }

    /// Each event names what the trace knows, and the analysis finds its way.
    private static boolean consistent(Trace t) {
        List<Integer> known = t.goroutines().stream().map(Trace.Goroutine::id).toList();
        var ids = new java.util.HashSet<>(known);
        for (Event e : t.events()) {
            assertThat(e.resource()).isLessThan(t.resources().size());
            assertThat(e.goroutine() == 0 || ids.contains(e.goroutine())).isTrue();
        }
        return Analysis.of(t).spans().size() >= 0;
    }

    /// Who was created by whom, in the order of the events; main creates all of them.
    private static List<String> started(Trace t) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i) == EventKind.GO_CREATE) {
                all.add("G" + t.goroutine(i) + " starts G" + t.target(i));
            }
        }
        return all;
    }

    @Test
    void a_snapshot_counts_what_it_has_no_room_for() {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.startTrace();
            runtime.run(() -> {
                for (int i = 0; i < 100; i++) {
                    Go.gosched();
                }
            });
            Trace all = Objects.requireNonNull(runtime.snapshotTrace(1_000_000));
            Trace few = Objects.requireNonNull(runtime.snapshotTrace(10));
            assertThat(few.size()).isBetween(10, 12);
            assertThat(few.dropped()).isGreaterThan(100);
            assertThat(few.duration()).isLessThan(all.duration());
            assertThat(few.events()).isEqualTo(all.events().subList(0, few.size()));
        }
    }

    @Test
    void there_is_no_snapshot_of_nothing() {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            assertThat(runtime.snapshotTrace(10)).isNull();
            runtime.startTrace();
            assertThat(runtime.snapshotTrace(10)).isNotNull();
            runtime.stopTrace();
            assertThat(runtime.snapshotTrace(10)).isNull();
        }
    }
}
