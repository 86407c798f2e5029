package goloom.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Clock;
import goloom.runtime.SchedulePolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The run queue of a P, without anything that runs. Go: runtime/export_test.go.
class RunqTest {
    private static final int LAPS = 5_000;

    private final Sched sched = new Sched(Clock.system(), SchedulePolicy.random());
    private final P p1 = new P(sched, 0);
    private final P p2 = new P(sched, 1);

    private List<G> goroutines(int n) {
        List<G> gs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            gs.add(new G(sched, i + 2, 1, null, () -> {}));
        }
        return gs;
    }

    private static List<G> drain(P p) {
        List<G> got = new ArrayList<>();
        for (G g = p.get(); g != null; g = p.get()) {
            got.add(g);
        }
        return got;
    }

    /// Go: TestSchedLocalQueue.
    @Test
    void queue_is_first_in_first_out() {
        List<G> gs = goroutines(Runq.SIZE);
        for (int n = 0; n < Runq.SIZE; n++) {
            assertThat(p1.get()).isNull();
            gs.subList(0, n).forEach(g -> p1.put(g, false));
            assertThat(drain(p1)).isEqualTo(gs.subList(0, n));
        }
    }

    /// Go: TestSchedLocalQueueSteal.
    @Test
    void thief_takes_half_and_none_is_lost_or_doubled() {
        List<G> gs = goroutines(Runq.SIZE);
        for (int n = 0; n < Runq.SIZE; n++) {
            gs.subList(0, n).forEach(g -> p1.put(g, false));
            G first = p2.steal(p1, true);
            List<G> stolen = drain(p2);
            if (first != null) {
                stolen.add(first);
            }
            assertThat(stolen).hasSizeBetween(n / 2, n / 2 + 1);
            Set<G> all = new HashSet<>(stolen);
            all.addAll(drain(p1));
            assertThat(all).hasSize(n).isEqualTo(new HashSet<>(gs.subList(0, n)));
        }
    }

    /// Go: TestSchedLocalQueueEmpty. The owner puts one in before it takes one out: whoever looks
    /// meanwhile sees at least one, also while it moves from runnext to the ring.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void queue_that_is_never_empty_is_never_seen_empty(int next) throws InterruptedException {
        boolean next0 = (next & 1) == 0;
        boolean next1 = (next & 2) == 0;
        List<G> gs = goroutines(2);
        AtomicInteger lap = new AtomicInteger(); // odd: the owner is about to put and get
        AtomicInteger seenEmpty = new AtomicInteger();
        Thread looker =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int l = 1; l < 2 * LAPS; l += 2) {
                                while (lap.get() != l) {
                                    Thread.yield();
                                    if (lap.get() < 0) {
                                        return;
                                    }
                                }
                                if (p1.isEmpty()) {
                                    seenEmpty.incrementAndGet();
                                }
                                lap.set(l + 1);
                            }
                        });
        long end = System.nanoTime() + 1_000_000_000L;
        for (int l = 1; l < 2 * LAPS && System.nanoTime() < end; l += 2) {
            p1.put(gs.get(0), next0);
            lap.set(l);
            p1.put(gs.get(1), next1);
            p1.get();
            while (lap.get() != l + 1) {
                Thread.yield();
            }
            p1.get();
        }
        lap.set(-1);
        looker.join();
        assertThat(seenEmpty).hasValue(0);
        assertThat(lap).hasValue(-1);
    }

    @Test
    void full_queue_moves_its_older_half_to_the_global_queue() {
        List<G> gs = goroutines(Runq.SIZE + 1);
        gs.forEach(g -> p1.put(g, false));
        assertThat(drain(p1)).isEqualTo(gs.subList(Runq.SIZE / 2, Runq.SIZE));
        assertThat(sched.hasGlobalWork()).isTrue();
    }

    @Test
    void runnext_comes_before_the_queue_and_is_kicked_to_its_tail() {
        List<G> gs = goroutines(3);
        gs.forEach(g -> p1.put(g, true));
        assertThat(p1.get()).isSameAs(gs.get(2));
        assertThat(p1.inheritTime).isTrue();
        assertThat(p1.get()).isSameAs(gs.get(0));
        assertThat(p1.inheritTime).isFalse();
        assertThat(p1.get()).isSameAs(gs.get(1));
    }

    @Test
    void runnext_is_stolen_only_on_demand_and_only_if_there_is_nothing_else() {
        List<G> gs = goroutines(2);
        p1.put(gs.get(0), true);
        assertThat(p2.steal(p1, false)).isNull();
        p1.put(gs.get(1), false);
        assertThat(p2.steal(p1, true)).isSameAs(gs.get(1));
        assertThat(p2.steal(p1, true)).isSameAs(gs.get(0));
        assertThat(p2.steal(p1, true)).isNull();
    }

    private static @Nullable Object slot(P p, int i) throws ReflectiveOperationException {
        var f = Runq.class.getDeclaredField("ring");
        f.setAccessible(true);
        return ((Object[]) Objects.requireNonNull(f.get(p)))[i];
    }

    @Test
    void slots_that_were_taken_or_stolen_keep_nothing_alive() throws ReflectiveOperationException {
        goroutines(8).forEach(g -> p1.put(g, false));
        p2.steal(p1, false);
        drain(p1);
        drain(p2);
        for (int i = 0; i < Runq.SIZE; i++) {
            assertThat(slot(p1, i)).isNull();
            assertThat(slot(p2, i)).isNull();
        }
    }

    /// A thief copies first and asks then: what it has copied in vain must not stay.
    @Test
    void thief_that_comes_too_late_keeps_nothing_alive() throws Exception {
        int n = 4;
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger stolen = new AtomicInteger();
        Thread thief =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!stop.get()) {
                                if (p2.steal(p1, false) != null) {
                                    stolen.addAndGet(1 + drain(p2).size());
                                }
                            }
                        });
        int taken = 0;
        int lap = 0;
        for (long end = System.nanoTime() + 300_000_000L; System.nanoTime() < end; lap++) {
            goroutines(n).forEach(g -> p1.put(g, false)); // new ones: none is in two places
            taken += drain(p1).size();
        }
        stop.set(true);
        thief.join();
        assertThat(taken + stolen.get()).isEqualTo(lap * n);
        for (int i = 0; i < Runq.SIZE; i++) {
            assertThat(slot(p1, i)).isNull();
            assertThat(slot(p2, i)).isNull();
        }
    }

    /// Go: TestStealOrder.
    @Test
    void every_steal_order_visits_each_P_once() {
        for (int n = 1; n <= 64; n++) {
            for (int step : StealOrder.coprimes(n)) {
                for (int start = 0; start < n; start++) {
                    Set<Integer> seen = new HashSet<>();
                    for (int i = 0, pos = start; i < n; i++, pos = (pos + step) % n) {
                        seen.add(pos);
                    }
                    assertThat(seen).as("n=%d step=%d start=%d", n, step, start).hasSize(n);
                }
            }
        }
    }
}
