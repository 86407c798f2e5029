package goloom.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import goloom.trace.Ending;
import goloom.trace.EventKind;
import goloom.trace.Story;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What went wrong, in one sentence.
final class TroubleTest {
    private static Summary summary(Trace t) {
        return Timeline.of(t).scene().summary();
    }

    @Test
    void main_that_returns_early_leaves_runnable_goroutines() {
        Story s = new Story(1);
        s.at(10).go(1, 2, "late", 2).at(20).go(1, 3, "late", 2).at(30).end(1);
        assertThat(summary(s.trace()).trouble())
                .isEqualTo(
                        "main returned while 2 goroutines were still runnable (G2 late, G3 late)");
    }

    @Test
    void one_that_was_waited_for_and_is_about_to_end_is_not_missed() {
        Story s = new Story(2);
        int wg = s.resource(Trace.Resource.Kind.WAITGROUP, "wg", 0);
        s.at(10).counter(1, wg, 1).go(1, 2, "child", 2).start(2, 1, 1);
        s.at(20).block(1, WaitReason.WAITGROUP_WAIT, wg, 3);
        s.at(40).counter(2, wg, 0).wake(2, 1, wg).at(50).start(1, 0, 0).at(60).end(1);
        Scene scene = Timeline.of(s.trace()).scene();
        assertThat(scene.summary().trouble()).isEmpty();
        assertThat(scene.marks()).extracting(Scene.Mark::sign).doesNotContain(Scene.Sign.WRONG);
        assertThat(scene.flags()).isEmpty();
        assertThat(scene.forkJoin().labels())
                .extracting(l -> l.texts().getFirst())
                .containsExactly("fork", "join wg");
    }

    @Test
    void one_that_goes_on_after_it_was_waited_for_is_cut_off() {
        Story s = new Story(2);
        int wg = s.resource(Trace.Resource.Kind.WAITGROUP, "wg", 0);
        s.at(10).counter(1, wg, 1).go(1, 2, "child", 2).start(2, 1, 1);
        s.at(20).block(1, WaitReason.WAITGROUP_WAIT, wg, 3);
        s.at(40).counter(2, wg, 0).wake(2, 1, wg).at(50).start(1, 0, 0).at(5_000_000).end(1);
        assertThat(summary(s.trace()).trouble())
                .isEqualTo("main returned while 1 goroutine was still running (G2 child)");
    }

    @Test
    void blocked_goroutines_are_named_with_their_channel_and_line() {
        Story s = new Story(1);
        int ch = s.channel("results", 0);
        s.at(10).go(1, 2, "sender", 2).at(15).stop(1, WaitReason.GOSCHED).start(2, 0, 0);
        s.at(20).block(2, WaitReason.CHAN_SEND, ch, 10).start(1, 0, 0).at(30).end(1);
        assertThat(summary(s.trace()).trouble())
                .isEqualTo(
                        "main returned while 1 goroutine was blocked (G2 sender waits (chan send"
                                + " on results, cell [1], line 10))");
    }

    @Test
    void a_deadlock_tells_what_each_waits_for() {
        Story s = new Story(1);
        int ch = s.channel("ch", 0);
        s.at(10).block(1, WaitReason.CHAN_RECEIVE, ch, 3).at(90);
        s.ending(Ending.Kind.DEADLOCK, "fatal error: all goroutines are asleep - deadlock!");
        assertThat(summary(s.trace()).trouble())
                .isEqualTo(
                        "fatal error: all goroutines are asleep - deadlock! G1 main waits (chan"
                                + " receive on ch, cell [1], line 3)");
    }

    @Test
    void a_cell_that_leaves_goroutines_is_no_mistake() {
        Story s = new Story(1).cell();
        int ch = s.channel("jobs", 0);
        s.at(10).go(1, 2, "worker", 2).at(20).end(1).start(2, 0, 0);
        s.at(30).block(2, WaitReason.CHAN_RECEIVE, ch, 4).at(40);
        Summary sum = summary(s.trace());
        assertThat(sum.trouble()).isEmpty();
        assertThat(sum.notes())
                .containsExactly(
                        "1 goroutine goes on: G2 worker waits (chan receive on jobs, cell [1],"
                                + " line 4).");
    }

    @Test
    void a_cell_says_who_can_never_be_woken() {
        Story s = new Story(1).cell();
        s.at(10).go(1, 2, "lost", 2).at(20).end(1).start(2, 0, 0);
        s.at(30).block(2, WaitReason.CHAN_RECEIVE_NIL, -1, 4).at(40);
        assertThat(summary(s.trace()).trouble())
                .isEqualTo(
                        "1 goroutine is leaked, nobody can ever wake it: G2 lost waits (chan"
                                + " receive (nil chan), cell [1], line 4)");
    }

    @Test
    void a_panic_after_the_cell_is_told_and_its_goroutine_does_not_go_on() {
        Story s = new Story(2);
        s.cell().at(10).go(1, 2, "searcher", 2).go(1, 3, "other", 3).at(20).end(1);
        s.at(30).start(2, 0, 0).at(40).panic(2, "panic: boom", 2).at(45).start(3, 1, 1).at(50);
        Summary summary = summary(s.trace());
        assertThat(summary.trouble()).isEqualTo("panic: boom in G2 searcher, cell [1], line 2");
        assertThat(summary.notes()).containsExactly("1 goroutine goes on: G3 other runs.");
    }

    @Test
    void a_cell_tells_those_that_leaked_from_those_that_go_on() {
        Story s = new Story(1).cell();
        int lost = s.channel("result", 0);
        int jobs = s.channel("jobs", 0);
        s.at(10).go(1, 2, "searcher", 2).go(1, 3, "worker", 3).at(20).end(1).start(2, 0, 0);
        s.at(30).block(2, WaitReason.CHAN_SEND, lost, 4).start(3, 0, 0);
        s.at(35).block(3, WaitReason.CHAN_RECEIVE, jobs, 5).at(40);
        Timeline picture = Timeline.of(s.trace().withLeaked(Set.of(2)));
        Scene scene = picture.scene();
        assertThat(scene.summary().trouble())
                .isEqualTo(
                        "1 goroutine is leaked, nobody can ever wake it: G2 searcher waits (chan"
                                + " send on result, cell [1], line 4)");
        assertThat(scene.summary().notes())
                .containsExactly(
                        "1 goroutine goes on: G3 worker waits (chan receive on jobs, cell [1],"
                                + " line 5).");
        assertThat(scene.marks())
                .extracting(Scene.Mark::sign, Scene.Mark::texts)
                .containsExactly(
                        tuple(Scene.Sign.WRONG, List.of("leaked")),
                        tuple(Scene.Sign.GOES_ON, List.of()));
        assertThat(scene.forkJoin().labels())
                .extracting(l -> l.texts().getFirst())
                .contains("leaked", "goes on");
        assertThat(picture.text())
                .contains("G2 searcher: chan send on result, cell [1], line 4 (l");
    }

    @Test
    void the_sentence_says_that_one_p_never_runs_two() {
        Story s = new Story(1);
        s.at(10).go(1, 2, "w", 2).at(20).stop(1, WaitReason.GOSCHED).start(2, 0, 0);
        s.at(30).end(2).start(1, 0, 0).at(40).end(1);
        assertThat(summary(s.trace()).sentence())
                .isEqualTo(
                        "2 goroutines on 1 P and 1 thread, 40 ns: never two ran at the same"
                                + " instant; work 40 ns, span 30 ns, parallelism 1.3.");
    }

    @Test
    void the_sentence_counts_steals_hand_offs_and_preemptions() {
        Story s = new Story(2);
        s.at(10).go(1, 2, "w", 2).thread(EventKind.STEAL, 1, 1, 0, 1).start(2, 1, 1);
        s.at(20).stop(2, WaitReason.PREEMPTED).start(2, 1, 1);
        s.at(30).call(2, 3).handoff(2, 1).at(40).callEnd(2, true).at(50).end(1);
        assertThat(summary(s.trace()).sentence())
                .contains("at most 2 ran at the same instant")
                .endsWith("1 steal, 1 hand-off, 1 preemption, 1 blocking call.");
    }
}
