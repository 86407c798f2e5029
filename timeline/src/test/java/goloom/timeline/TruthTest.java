package goloom.timeline;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.runtime.WaitGroup;
import goloom.runtime.internal.Preempt;
import goloom.runtime.internal.Woven;
import goloom.trace.Analysis;
import goloom.trace.Event;
import goloom.trace.EventKind;
import goloom.trace.Found;
import goloom.trace.GoState;
import goloom.trace.Span;
import goloom.trace.Spans;
import goloom.trace.Story;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the picture claims, on programs of which it is known. Run for real.
@Timeout(600)
final class TruthTest {
    private static Analysis run(int procs, GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(procs).build()) {
            runtime.startTrace(1_000_000);
            Outcome o = runtime.run(main);
            assertThat(o.report()).isEmpty();
            return Analysis.of(runtime.stopTrace(GoRuntime.ending(o)));
        }
    }

    /// In the order in which they began.
    private static List<Span> running(Analysis a) {
        return spans(a, GoState.RUNNING);
    }

    private static List<Span> spans(Analysis a, GoState state) {
        Spans s = a.spans();
        List<Span> list = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            if (s.state(i) == state) {
                list.add(s.get(i));
            }
        }
        list.sort(Comparator.comparingLong(Span::start).thenComparingLong(Span::end));
        return list;
    }

    private static List<Event> events(Analysis a, EventKind kind) {
        return a.trace().events().stream().filter(e -> e.kind() == kind).toList();
    }

    @Test
    void on_one_p_never_two_run_at_once_though_all_get_their_turn() {
        Analysis a =
                run(
                        1,
                        () -> {
                            WaitGroup wg = new WaitGroup();
                            for (int i = 0; i < 5; i++) {
                                wg.go(() -> {
                                    for (int k = 0; k < 20; k++) {
                                        goloom.runtime.Go.gosched();
                                    }
                                });
                            }
                            wg.await();
                        });
        List<Span> running = running(a);
        for (int i = 1; i < running.size(); i++) {
            assertThat(running.get(i).start()).isGreaterThanOrEqualTo(running.get(i - 1).end());
        }
        assertThat(running).extracting(Span::goroutine).contains(1, 2, 3, 4, 5, 6);
        assertThat(a.statistics().mostRunning()).isEqualTo(1);
        assertThat(new Sentences(a).figures()).contains("never two ran at the same instant");
    }

    @Test
    void a_ping_pong_pair_takes_turns_and_each_wakes_the_other() {
        int rounds = 50;
        Analysis a =
                run(
                        1,
                        () -> {
                            Chan<Integer> ping = chan(int.class);
                            Chan<Integer> pong = chan(int.class);
                            go(() -> ping.forEach(pong::send));
                            for (int i = 0; i < rounds; i++) {
                                ping.send(i);
                                pong.recv();
                            }
                        });
        assertThat(events(a, EventKind.CHAN_SEND)).hasSize(2 * rounds);
        assertThat(events(a, EventKind.CHAN_RECV)).hasSize(2 * rounds);
        assertThat(events(a, EventKind.GO_UNBLOCK))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.goroutine() + e.target()).isEqualTo(3));
        List<Span> running = running(a);
        for (int i = 1; i < running.size(); i++) {
            assertThat(running.get(i).goroutine()).isNotEqualTo(running.get(i - 1).goroutine());
        }
    }

    @Test
    void while_a_call_blocks_its_p_runs_another_on_another_thread() {
        AtomicBoolean ran = new AtomicBoolean();
        Analysis a =
                run(
                        1,
                        () -> {
                            go(() -> ran.set(true));
                            Woven.enterSyscall();
                            try {
                                while (!ran.get()) {
                                    Thread.onSpinWait(); // only the other can end this
                                }
                            } finally {
                                Woven.exitSyscall();
                            }
                        });
        Span call = spans(a, GoState.SYSCALL).getFirst();
        assertThat(call.goroutine()).isEqualTo(1);
        Span other = running(a).stream().filter(s -> s.goroutine() == 2).findFirst().orElseThrow();
        assertThat(other.thread()).isNotEqualTo(call.thread());
        assertThat(other.start()).isBetween(call.start(), call.end());
        assertThat(events(a, EventKind.PROC_HANDOFF))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.thread()).isEqualTo(call.thread()));
    }

    @Test
    void what_the_owner_of_the_queue_does_not_get_to_is_stolen() {
        AtomicBoolean ran = new AtomicBoolean();
        Analysis a =
                run(
                        2,
                        () -> {
                            go(() -> ran.set(true));
                            while (!ran.get()) {
                                Thread.onSpinWait(); // keeps its P: only a thief can end this
                            }
                        });
        Event start =
                events(a, EventKind.GO_START).stream()
                        .filter(e -> e.goroutine() == 2)
                        .findFirst()
                        .orElseThrow();
        Span main = running(a).getFirst();
        assertThat(start.arg()).isEqualTo(Found.STOLEN.ordinal());
        assertThat(start.thread()).isNotEqualTo(main.thread());
        assertThat(events(a, EventKind.STEAL))
                .anySatisfy(e -> {
                    assertThat(e.target()).isEqualTo(main.proc());
                    assertThat(e.thread()).isEqualTo(start.thread());
                    assertThat(e.arg()).isEqualTo(1);
                });
        assertThat(a.statistics().mostRunning()).isEqualTo(2);
    }

    @Test
    void a_loop_that_never_yields_is_preempted() {
        AtomicBoolean ran = new AtomicBoolean();
        AtomicInteger rounds = new AtomicInteger();
        Analysis a =
                run(
                        1,
                        () -> {
                            go(() -> ran.set(true));
                            while (!ran.get()) {
                                rounds.incrementAndGet();
                                Preempt.poll(); // as the kernel weaves it into loops
                            }
                        });
        assertThat(events(a, EventKind.GO_STOP))
                .first()
                .satisfies(e -> {
                    assertThat(e.goroutine()).isEqualTo(1);
                    assertThat(e.reason()).isEqualTo(WaitReason.PREEMPTED);
                });
        assertThat(running(a)).extracting(Span::goroutine).startsWith(1, 2, 1);
        assertThat(a.statistics().preemptions()).isPositive();
        assertThat(rounds).hasPositiveValue();
    }

    @Test
    void a_wake_up_from_a_thread_outside_go_is_marked_as_such() {
        Timeline picture;
        try (GoRuntime runtime = GoRuntime.builder().procs(1).outsideThreads(true).build()) {
            runtime.startTrace();
            runtime.run(() -> {
                Chan<Integer> ch = chan(int.class);
                Thread.ofPlatform()
                        .start(() -> {
                            runtime.awaitParked(1);
                            ch.send(2);
                        });
                ch.recv();
            });
            picture = Timeline.of(runtime.stopTrace());
        }
        Scene scene = picture.scene();
        assertThat(scene.sections())
                .extracting(Scene.Section::kind)
                .startsWith(Scene.Kind.GOROUTINES, Scene.Kind.OUTSIDE, Scene.Kind.THREADS);
        Scene.Lane main = scene.sections().get(0).lanes().getFirst();
        Scene.Lane outside = scene.sections().get(1).lanes().getFirst();
        assertThat(outside.label()).isEqualTo("outside");
        assertThat(scene.arrows())
                .singleElement()
                .satisfies(x -> {
                    assertThat(x.go()).isFalse();
                    assertThat(x.from()).isBetween(outside.y(), outside.y() + outside.height());
                    assertThat(x.to()).isEqualTo(main.barTop() + main.barHeight());
                    assertThat(main.bars())
                            .filteredOn(b -> b.shape() == Scene.Shape.WAIT)
                            .extracting(Scene.Bar::to)
                            .contains(x.at());
                });
        assertThat(scene.marks()).extracting(Scene.Mark::sign).containsOnly(Scene.Sign.OUTSIDE);
        assertThat(scene.legend()).contains(Scene.Legend.OUTSIDE, Scene.Legend.WAKE);
        assertThat(picture.text()).containsPattern("outside +\\|[ +]*\\+[ +]*\\|");
        assertThat(picture.text()).contains("- waits", "+ a thread outside Go");
        assertThat(picture.scene().summary().sentence()).contains("threads outside Go");
    }

    @Test
    void a_goroutine_that_a_thread_outside_go_starts_has_its_arrow_from_there() {
        Story s = new Story(1);
        s.at(5).go(0, 2, "started", 1);
        s.at(9).end(1).start(2, 0, 0).at(20).end(2);
        Scene scene = Timeline.of(s.trace()).scene();
        assertThat(scene.sections()).extracting(Scene.Section::kind).contains(Scene.Kind.OUTSIDE);
        assertThat(scene.arrows()).singleElement().satisfies(x -> assertThat(x.go()).isTrue());
    }
}
