package goloom.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class ThreadsAndFiguresTest {
    @Test
    void a_thread_has_the_goroutines_that_ran_on_it_in_order() {
        Story s = new Story(1);
        s.at(10).go(1, 2, "w", 3);
        s.at(20).end(1).start(2, 0, 0);
        s.at(30).end(2);
        Spans spans = Spans.of(s.trace());
        Threads.Lane lane = Threads.of(spans).lanes().getFirst();
        assertThat(lane.size()).isEqualTo(2);
        assertThat(spans.get(lane.span(0)).goroutine()).isEqualTo(1);
        assertThat(spans.get(lane.span(1)).goroutine()).isEqualTo(2);
    }

    @Test
    void a_thread_that_was_woken_to_look_for_work_spins_from_then_on() {
        Story s = new Story(2);
        s.at(10).thread(EventKind.THREAD_UNPARK, 1, -1, 0, 0);
        s.at(11).thread(EventKind.PROC_START, 1, 1, 1, 0);
        s.at(30).thread(EventKind.SPIN_END, 1, 1, 0, 0);
        s.at(50).thread(EventKind.SPIN_BEGIN, 1, 1, 0, 0);
        s.at(60).thread(EventKind.SPIN_END, 1, -1, 0, 0);
        s.at(70).thread(EventKind.THREAD_CPU, 1, -1, 0, 3);
        Threads.Lane lane = Threads.of(Spans.of(s.trace())).lanes().get(1);
        assertThat(lane.spins()).isEqualTo(2);
        assertThat(lane.spinStart(0)).isEqualTo(11);
        assertThat(lane.spinEnd(0)).isEqualTo(30);
        assertThat(lane.spinStart(1)).isEqualTo(50);
        assertThat(lane.cpus()).containsExactly(3);
    }

    @Test
    void figures_are_counted() {
        Story s = new Story(2);
        s.at(10).go(1, 2, "w", 3).start(2, 1, 1, Found.STOLEN);
        s.at(11).thread(EventKind.STEAL, 1, 1, 0, 1);
        s.at(20).stop(2, WaitReason.PREEMPTED).at(21).start(2, 1, 1);
        s.at(30).call(2, 4).handoff(2, 1).at(35).callEnd(2, true).at(36).start(2, 1, 1);
        s.at(40).end(2).at(50).end(1);
        Statistics f = Analysis.of(s.trace()).statistics();
        assertThat(f.goroutines()).isEqualTo(2);
        assertThat(f.mostRunning()).isEqualTo(2);
        assertThat(f.threads()).isEqualTo(2);
        assertThat(f.steals()).isEqualTo(1);
        assertThat(f.preemptions()).isEqualTo(1);
        assertThat(f.handoffs()).isEqualTo(1);
        assertThat(f.calls()).isEqualTo(1);
        assertThat(f.running()).isEqualTo(50 + 10 + 9 + 4);
    }

    @Test
    void one_that_starts_when_another_stops_does_not_run_beside_it() {
        Story s = new Story(1);
        s.at(10).go(1, 2, "w", 3);
        s.at(20).block(1, WaitReason.SLEEP, -1, 4).start(2, 0, 0);
        s.at(30).end(2);
        assertThat(Analysis.of(s.trace()).statistics().mostRunning()).isEqualTo(1);
    }

    @Test
    void who_holds_what_the_others_wait_for() {
        Story s = new Story(2);
        int a = s.resource(Trace.Resource.Kind.MUTEX, "a", 0);
        int b = s.resource(Trace.Resource.Kind.MUTEX, "b", 0);
        s.at(10).go(1, 2, "other", 3).start(2, 1, 1);
        s.at(20).lock(1, a, 5).lock(2, b, 6);
        s.at(30).block(1, WaitReason.MUTEX_LOCK, b, 7).block(2, WaitReason.MUTEX_LOCK, a, 8);
        WaitFor w = Analysis.of(s.at(40).trace()).waitFor();
        assertThat(w.held())
                .extracting(WaitFor.Held::resource, WaitFor.Held::goroutine)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(b, 1),
                        org.assertj.core.groups.Tuple.tuple(a, 0));
        assertThat(w.cycle()).isEqualTo(Set.of(0, 1));
    }

    @Test
    void a_select_waits_for_each_of_its_cases() {
        Story s = new Story(1);
        int in = s.channel("in", 0);
        int out = s.channel("out", 0);
        s.at(10).selectCase(1, in, false).selectCase(1, out, true);
        s.at(11).block(1, WaitReason.SELECT, -1, 3);
        WaitFor w = Analysis.of(s.at(20).trace()).waitFor();
        assertThat(w.waits())
                .extracting(WaitFor.Wait::resource, WaitFor.Wait::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(in, WaitReason.CHAN_RECEIVE),
                        org.assertj.core.groups.Tuple.tuple(out, WaitReason.CHAN_SEND));
        assertThat(w.cycle()).isEmpty();
    }

    @Test
    void a_wait_group_that_nobody_finishes_shows_its_counter() {
        Story s = new Story(1);
        int wg = s.resource(Trace.Resource.Kind.WAITGROUP, "wg", 0);
        s.at(1).counter(1, wg, 2).block(1, WaitReason.WAITGROUP_WAIT, wg, 3);
        assertThat(Analysis.of(s.at(9).trace()).waitFor().counters()).containsEntry(wg, 2);
    }
}
