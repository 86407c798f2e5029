package goloom.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import goloom.trace.Spans;
import goloom.trace.Story;
import goloom.trace.WaitReason;
import org.junit.jupiter.api.Test;

final class AxisTest {
    private static Story burst() {
        Story s = new Story(1);
        for (int i = 2; i <= 9; i++) {
            s.at(i).go(1, i, "w", 3);
        }
        return s.at(1_000_000).end(1);
    }

    @Test
    void a_burst_is_shown_by_event() {
        Axis axis = Axis.of(Spans.of(burst().trace()));
        assertThat(axis.isByEvent()).isTrue();
        assertThat(axis.at(3) - axis.at(2)).isGreaterThan(0.05);
    }

    @Test
    void forks_that_would_be_a_smear_are_shown_by_event() {
        Story s = new Story(1);
        for (int i = 1; i <= 3; i++) {
            s.at(i * 1000L).go(1, i + 1, "child", 1);
        }
        for (int i = 1; i <= 6; i++) {
            s.at(i * 60_000L).stop(1, WaitReason.GOSCHED).start(1, 0, 0);
        }
        assertThat(Axis.of(Spans.of(s.at(400_000).end(1).trace())).isByEvent()).isTrue();
    }

    @Test
    void an_even_run_is_shown_by_time() {
        Story s = new Story(1);
        for (int i = 1; i <= 20; i++) {
            s.at(i * 1000L).stop(1, WaitReason.GOSCHED).start(1, 0, 0);
        }
        Axis axis = Axis.of(Spans.of(s.at(21_000).end(1).trace()));
        assertThat(axis.isByEvent()).isFalse();
        assertThat(axis.at(10_500)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void a_run_of_many_events_is_shown_by_time() {
        Story s = new Story(1);
        for (int i = 1; i <= 400; i++) {
            s.at(i).stop(1, WaitReason.GOSCHED).start(1, 0, 0);
        }
        assertThat(Axis.of(Spans.of(s.at(1_000_000).end(1).trace())).isByEvent()).isFalse();
    }

    @Test
    void later_is_never_further_left() {
        for (Axis axis :
                new Axis[] {Axis.byEvent(Spans.of(burst().trace())), Axis.byTime(0, 1_000_000)}) {
            double before = 0;
            for (long t = 0; t <= 1_000_000; t += 7) {
                double x = axis.at(t);
                assertThat(x).isBetween(before, 1.0);
                before = x;
            }
            assertThat(axis.at(0)).isZero();
            assertThat(axis.at(1_000_000)).isEqualTo(1);
        }
    }

    @Test
    void the_time_of_a_place_is_the_inverse() {
        Axis axis = Axis.byEvent(Spans.of(burst().trace()));
        for (long t : new long[] {0, 2, 5, 9, 1234, 999_999}) {
            assertThat(axis.time(axis.at(t))).isEqualTo(t);
        }
    }

    @Test
    void what_comes_after_the_return_of_main_has_no_place() {
        Story s = burst();
        s.at(1_000_700).stop(2, WaitReason.GOSCHED);
        Axis axis = Axis.byEvent(Spans.of(s.trace()));
        assertThat(axis.time(1)).isEqualTo(1_000_000);
    }

    @Test
    void round_times_are_marked() {
        assertThat(Axis.byTime(500, 1_000_500).ticks(5))
                .extracting(Axis.Tick::label)
                .containsExactly("0", "200 µs", "400 µs", "600 µs", "800 µs", "1 ms");
    }
}
