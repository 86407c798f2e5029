package goloom.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.timeline.Scene.Bar;
import goloom.timeline.Scene.Lane;
import goloom.trace.Analysis;
import goloom.trace.Arrows;
import goloom.trace.Buffers;
import goloom.trace.ForkJoin;
import goloom.trace.GoState;
import goloom.trace.Spans;
import goloom.trace.Statistics;
import goloom.trace.Threads;
import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold for the picture of any program: here for every sample, run for real on 1, 2 and 4
/// Ps.
final class StructureTest {
    static Stream<Arguments> runs() {
        List<Arguments> all = new ArrayList<>();
        for (Sample s : Sample.values()) {
            for (int procs : new int[] {1, 2, 4}) {
                Trace t = s.trace(procs);
                all.add(Arguments.argumentSet(s + " on " + procs + " Ps", Analysis.of(t), procs));
            }
        }
        assertThat(all).hasSizeGreaterThan(40);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everything_that_must_hold_holds(Analysis a, int procs) {
        spansOfAGoroutineFollowEachOther(a.spans());
        statesOfAGoroutineFillItsLife(a.spans());
        barsOfAThreadNeverOverlap(a);
        goroutinesAndThreadsTellTheSame(a);
        wakeUpsEndWaits(a);
        neverMoreRunThanThereArePs(a.statistics(), procs);
        theLongestPathIsNoLongerThanTheRun(a);
        buffersHoldWhatTheyCan(a);
        Scene scene = Timeline.of(a.trace()).scene();
        barsOfALaneNeverOverlap(scene);
        nothingCameFromOutside(scene);
    }

    private static void spansOfAGoroutineFollowEachOther(Spans s) {
        for (int g = 0; g < s.goroutines(); g++) {
            for (int i = s.from(g); i < s.to(g); i++) {
                assertThat(s.end(i)).isGreaterThanOrEqualTo(s.start(i));
                if (i > s.from(g)) {
                    assertThat(s.start(i)).isEqualTo(s.end(i - 1));
                    assertThat(s.state(i)).isNotEqualTo(s.state(i - 1));
                }
            }
        }
    }

    private static void statesOfAGoroutineFillItsLife(Spans s) {
        for (int g = 0; g < s.goroutines(); g++) {
            if (s.from(g) == s.to(g)) {
                continue;
            }
            long sum = 0;
            for (int i = s.from(g); i < s.to(g); i++) {
                sum += s.end(i) - s.start(i);
            }
            long before = s.start(s.from(g)) - s.begin();
            long after = s.end() - s.end(s.to(g) - 1);
            assertThat(before + sum + after).isEqualTo(s.end() - s.begin());
            assertThat(before).isNotNegative();
            assertThat(after).isNotNegative();
        }
    }

    private static void barsOfAThreadNeverOverlap(Analysis a) {
        for (Threads.Lane t : a.threads().lanes()) {
            for (int k = 1; k < t.size(); k++) {
                assertThat(a.spans().start(t.span(k)))
                        .as("M%d %s", t.thread(), a.spans().get(t.span(k)))
                        .isGreaterThanOrEqualTo(a.spans().end(t.span(k - 1)));
            }
        }
    }

    private static void goroutinesAndThreadsTellTheSame(Analysis a) {
        long ofThreads = 0;
        for (Threads.Lane t : a.threads().lanes()) {
            for (int k = 0; k < t.size(); k++) {
                int i = t.span(k);
                if (a.spans().state(i) == GoState.RUNNING) {
                    ofThreads += a.spans().end(i) - a.spans().start(i);
                }
            }
        }
        assertThat(ofThreads).isEqualTo(a.statistics().running());
        assertThat(a.forkJoin().work()).isEqualTo(a.statistics().running());
    }

    private static void wakeUpsEndWaits(Analysis a) {
        Spans s = a.spans();
        boolean[] endsWait = new boolean[a.trace().size()];
        boolean[] beginsLife = new boolean[a.trace().size()];
        for (int i = 0; i < s.size(); i++) {
            if (s.state(i) == GoState.WAITING && s.endEvent(i) >= 0) {
                endsWait[s.endEvent(i)] = true;
            }
            if (s.state(i) == GoState.RUNNABLE && i == s.from(s.goroutine(i)) && s.event(i) >= 0) {
                beginsLife[s.event(i)] = true;
            }
        }
        for (Arrows.Arrow x : a.arrows().all()) {
            if (x.time() > s.begin()) {
                assertThat(x.go() ? beginsLife[x.event()] : endsWait[x.event()])
                        .as("%s", x)
                        .isTrue();
            }
        }
    }

    private static void neverMoreRunThanThereArePs(Statistics s, int procs) {
        assertThat(s.mostRunning()).isBetween(1, procs);
    }

    private static void theLongestPathIsNoLongerThanTheRun(Analysis a) {
        ForkJoin f = a.forkJoin();
        assertThat(f.elapsed()).isLessThanOrEqualTo(a.statistics().length());
        assertThat(f.span()).isLessThanOrEqualTo(f.elapsed());
        assertThat(f.span()).isLessThanOrEqualTo(f.work());
        for (int i = 1; i < f.critical().size(); i++) {
            assertThat(f.nodes().get(f.critical().get(i)).at())
                    .isGreaterThanOrEqualTo(f.nodes().get(f.critical().get(i - 1)).at());
        }
        for (ForkJoin.Edge e : f.edges()) {
            assertThat(f.nodes().get(e.to()).at())
                    .isGreaterThanOrEqualTo(f.nodes().get(e.from()).at());
            assertThat(e.from()).isLessThan(e.to());
        }
    }

    private static void buffersHoldWhatTheyCan(Analysis a) {
        for (int ch : a.buffers().channels()) {
            int capacity = a.trace().resources().get(ch).capacity();
            long[] freeFrom = new long[capacity];
            List<Buffers.Held> byTime = new ArrayList<>(a.buffers().held(ch));
            byTime.sort(Comparator.comparingLong(Buffers.Held::from));
            for (Buffers.Held h : byTime) {
                assertThat(h.from()).isGreaterThanOrEqualTo(freeFrom[h.slot()]);
                freeFrom[h.slot()] = h.to();
            }
            assertThat(a.buffers().fill(ch).most()).isLessThanOrEqualTo(capacity);
        }
    }

    private static void nothingCameFromOutside(Scene scene) {
        assertThat(scene.sections())
                .extracting(Scene.Section::kind)
                .doesNotContain(Scene.Kind.OUTSIDE);
    }

    private static void barsOfALaneNeverOverlap(Scene scene) {
        for (Scene.Section section : scene.sections()) {
            for (Lane lane : section.lanes()) {
                List<Bar> bars = new ArrayList<>(lane.bars());
                bars.removeIf(b -> b.shape() == Scene.Shape.SPIN);
                for (Bar b : bars) {
                    assertThat(b.from()).isBetween(0.0, 1.0);
                    assertThat(b.to()).isBetween(b.from(), 1.0);
                }
                if (lane.slots() == 0 && bars.stream().allMatch(b -> b.high() - b.low() == 1)) {
                    for (int i = 1; i < bars.size(); i++) {
                        assertThat(bars.get(i).from()).isGreaterThanOrEqualTo(bars.get(i - 1).to());
                    }
                }
            }
        }
    }
}
