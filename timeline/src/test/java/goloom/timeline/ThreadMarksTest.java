package goloom.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.timeline.Scene.Mark;
import goloom.timeline.Scene.Sign;
import goloom.trace.EventKind;
import goloom.trace.Story;
import goloom.trace.WaitReason;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/// Marks on the lanes of threads leave the bars visible.
final class ThreadMarksTest {
    /// Two goroutines that take turns on one P, every 10 ms.
    private static Scene turns(int n) {
        return turns(n, _ -> true);
    }

    /// @param preempted the turns that end so
    private static Scene turns(int n, IntPredicate preempted) {
        Story s = new Story(1);
        s.at(10).go(1, 2, "a", 1).go(1, 3, "b", 2).block(1, WaitReason.SLEEP, -1, 3).start(2, 0, 0);
        int g = 2;
        for (int i = 1; i <= n; i++) {
            WaitReason reason = preempted.test(i) ? WaitReason.PREEMPTED : WaitReason.GOSCHED;
            s.at(i * 10_000_000L).stop(g, reason).start(5 - g, 0, 0);
            g = 5 - g;
        }
        s.at((n + 1) * 10_000_000L).end(g).wake(0, 1, -1).start(1, 0, 0).end(1);
        return Timeline.of(s.trace()).scene();
    }

    private static List<Mark> marks(Scene scene, Sign sign) {
        return scene.marks().stream().filter(m -> m.sign() == sign).toList();
    }

    @Test
    void a_thread_says_who_is_locked_to_it() {
        Story s = new Story(2);
        s.at(10).go(1, 2, "a", 1).start(2, 1, 1).at(20);
        s.lockThread(2).at(30).end(2).end(1);
        List<Scene.Lane> threads = Timeline.of(s.trace()).scene().sections().get(1).lanes();
        assertThat(threads).extracting(Scene.Lane::label).containsExactly("M0", "M1, G2 locked");
    }

    @Test
    void what_comes_after_the_return_of_main_has_no_mark() {
        Story s = new Story(2);
        int ch = s.channel("ch", 1);
        s.at(10).go(1, 2, "a", 1).start(2, 1, 1).at(15).send(2, ch, 1, "v");
        s.at(20).block(2, WaitReason.SLEEP, -1, 3).at(30).end(1);
        s.at(40).thread(EventKind.STEAL, 1, 1, 0, 1).at(50).wake(0, 2, -1).start(2, 1, 1);
        s.at(60).close(2, ch);
        assertThat(Timeline.of(s.trace()).scene().marks())
                .extracting(Mark::sign)
                .doesNotContain(Sign.STEAL, Sign.TIMER, Sign.CLOSED);
    }

    @Test
    void arrows_on_top_of_each_other_are_one() {
        Story s = new Story(1);
        int ch = s.channel("ch", 0);
        s.at(10).go(1, 2, "a", 1).block(1, WaitReason.CHAN_RECEIVE, ch, 2).start(2, 0, 0);
        for (int i = 0; i < 160; i++) {
            s.at(1_000 + 2 * i).wake(2, 1, ch).at(1_001 + 2 * i);
            s.stop(2, WaitReason.GOSCHED).start(1, 0, 0);
            s.block(1, WaitReason.CHAN_RECEIVE, ch, 2).start(2, 0, 0);
        }
        s.at(10_000_000).wake(2, 1, ch).end(2).start(1, 0, 0).end(1);
        Scene scene = Timeline.of(s.trace()).scene();
        assertThat(scene.axis().isByEvent()).isFalse();
        assertThat(scene.arrows()).hasSize(3);
    }

    @Test
    void a_preemption_with_room_around_it_is_a_cross() {
        Scene scene = turns(3);
        assertThat(marks(scene, Sign.PREEMPTED)).hasSize(3);
        assertThat(marks(scene, Sign.PREEMPTED_OFTEN)).isEmpty();
    }

    @Test
    void preemptions_without_room_are_strokes_below_the_bars_with_their_number() {
        Scene scene = turns(185);
        List<Mark> strokes = marks(scene, Sign.PREEMPTED_OFTEN);
        assertThat(marks(scene, Sign.PREEMPTED)).isEmpty();
        assertThat(strokes).hasSizeBetween(100, 185);
        assertThat(strokes.getFirst().texts()).startsWith("185 preemptions");
        assertThat(strokes.subList(1, strokes.size())).allMatch(m -> m.texts().isEmpty());
        Scene.Lane m0 = scene.sections().get(1).lanes().getFirst();
        int below = strokes.getFirst().y() + Signs.of(Sign.PREEMPTED_OFTEN).down();
        assertThat(below).isGreaterThanOrEqualTo(m0.barTop() + m0.barHeight() - 1);
    }

    @Test
    void the_number_of_some_ends_where_the_next_begin_and_two_are_not_counted() {
        Scene scene = turns(200, i -> i <= 20 || i == 100 || i == 101 || i > 180);
        List<Mark> counted =
                marks(scene, Sign.PREEMPTED_OFTEN).stream()
                        .filter(m -> !m.texts().isEmpty())
                        .toList();
        assertThat(counted)
                .extracting(m -> m.texts().getFirst())
                .containsExactly("20 preemptions", "20 preemptions");
        assertThat(counted.getFirst().until()).isBetween(0.45, 0.55);
    }

    @Test
    void however_many_they_are_few_are_drawn() {
        Scene scene = turns(5_000);
        List<Mark> strokes = marks(scene, Sign.PREEMPTED_OFTEN);
        assertThat(strokes).hasSizeBetween(100, 301);
        assertThat(strokes.getFirst().texts()).startsWith("5,000 preemptions");
    }
}
