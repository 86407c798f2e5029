package goloom.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import goloom.trace.ForkJoin.Kind;
import goloom.trace.ForkJoin.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForkJoinTest {
    private static ForkJoin of(Story s) {
        return ForkJoin.of(Spans.of(s.trace()));
    }

    private static List<String> links(ForkJoin f) {
        return f.edges().stream()
                .map(e -> {
                    int from = f.nodes().get(e.from()).goroutine() + 1;
                    int to = f.nodes().get(e.to()).goroutine() + 1;
                    return e.link() + " " + from + ">" + to;
                })
                .toList();
    }

    /// Main forks two, waits for both; everything on one P, one after the other.
    private static Story twoChildren() {
        Story s = new Story(1);
        int wg = s.resource(Trace.Resource.Kind.WAITGROUP, "wg", 0);
        s.at(0).counter(1, wg, 2);
        s.at(10).go(1, 2, "left", 4);
        s.at(20).go(1, 3, "right", 5);
        s.at(30).block(1, WaitReason.WAITGROUP_WAIT, wg, 6).start(3, 0, 0);
        s.at(130).counter(3, wg, 1).end(3).start(2, 0, 0);
        s.at(180).counter(2, wg, 0).wake(2, 1, wg).end(2).start(1, 0, 0);
        s.at(190).waited(1, wg);
        s.at(200).end(1);
        return s;
    }

    @Test
    void work_is_all_running_and_span_is_the_longest_path() {
        ForkJoin f = of(twoChildren());
        assertThat(f.work()).isEqualTo(200);
        assertThat(f.span()).isEqualTo(20 + 100 + 20);
        assertThat(f.elapsed()).isEqualTo(140);
        assertThat(f.latency()).isZero();
        assertThat(f.parallelism()).isCloseTo(200.0 / 140, within(1e-9));
        assertThat(f.bound(1)).isEqualTo(1);
    }

    @Test
    void every_go_is_a_fork_and_every_done_a_join() {
        assertThat(links(of(twoChildren())))
                .containsExactlyInAnyOrder("GO 1>2", "GO 1>3", "DONE 2>1", "DONE 3>1");
    }

    @Test
    void the_critical_path_goes_through_the_longer_child() {
        ForkJoin f = of(twoChildren());
        List<Integer> lanes =
                f.critical().stream()
                        .map(n -> f.nodes().get(n).goroutine() + 1)
                        .distinct()
                        .toList();
        assertThat(lanes).containsExactly(1, 3);
        assertThat(f.nodes().get(f.critical().getLast()).at()).isEqualTo(f.elapsed());
    }

    @Test
    void a_wait_that_did_not_block_is_a_join_too() {
        Story s = new Story(2);
        int wg = s.resource(Trace.Resource.Kind.WAITGROUP, "wg", 0);
        s.at(0).counter(1, wg, 1);
        s.at(10).go(1, 2, "child", 4).start(2, 1, 1);
        s.at(20).counter(2, wg, 0).end(2);
        s.at(90).waited(1, wg);
        s.at(100).end(1);
        ForkJoin f = of(s);
        assertThat(links(f)).containsExactlyInAnyOrder("GO 1>2", "DONE 2>1");
        assertThat(f.joins()).containsExactly(true, true);
        assertThat(f.span()).isEqualTo(100);
    }

    @Test
    void a_goroutine_that_nobody_waits_for_does_not_join() {
        Story s = new Story(2);
        s.at(10).go(1, 2, "lost", 4).start(2, 1, 1);
        s.at(20).end(2);
        s.at(30).end(1);
        ForkJoin f = of(s);
        assertThat(f.joins()).containsExactly(true, false);
        assertThat(links(f)).containsExactly("GO 1>2");
    }

    @Test
    void the_kth_receive_comes_after_the_kth_send() {
        Story s = new Story(2);
        int ch = s.channel("results", 2);
        s.at(10).go(1, 2, "child", 4).start(2, 1, 1);
        s.at(50).send(2, ch, 1, "a");
        s.at(70).send(2, ch, 2, "b").end(2);
        s.at(80).receive(1, ch, 1, "a");
        s.at(90).receive(1, ch, 0, "b");
        s.at(100).end(1);
        ForkJoin f = of(s);
        assertThat(links(f)).containsExactlyInAnyOrder("GO 1>2", "VALUE 2>1", "VALUE 2>1");
        assertThat(f.joins()).containsExactly(true, true);
    }

    @Test
    void a_rendezvous_lets_each_wait_for_the_other() {
        Story s = new Story(1);
        int ch = s.channel("ch", 0);
        s.at(10).go(1, 2, "child", 4);
        s.at(20).block(1, WaitReason.CHAN_SEND, ch, 5).start(2, 0, 0);
        s.at(60).send(1, ch, 0, "v").receive(2, ch, 0, "v").wake(2, 1, ch);
        s.at(70).end(2).start(1, 0, 0);
        s.at(80).end(1);
        ForkJoin f = of(s);
        assertThat(links(f)).containsExactly("GO 1>2", "VALUE 1>2", "WAKE 2>1");
        assertThat(f.span()).isEqualTo(10 + 40 + 10);
    }

    @Test
    void sleeping_takes_its_time_but_is_no_work() {
        Story s = new Story(1);
        s.at(10).block(1, WaitReason.SLEEP, -1, 3);
        s.at(1010).wake(0, 1, -1).start(1, 0, 0);
        s.at(1020).end(1);
        ForkJoin f = of(s);
        assertThat(f.work()).isEqualTo(20);
        assertThat(f.span()).isEqualTo(20);
        assertThat(f.elapsed()).isEqualTo(1020);
        assertThat(f.latency()).isEqualTo(1000);
    }

    @Test
    void to_wait_for_a_p_takes_no_time_on_the_longest_path() {
        Story s = new Story(1);
        s.at(10).stop(1, WaitReason.GOSCHED);
        s.at(500).start(1, 0, 0);
        s.at(510).end(1);
        assertThat(of(s).elapsed()).isEqualTo(20);
    }

    @Test
    void one_that_is_still_there_ends_in_a_cut() {
        Story s = new Story(1);
        s.at(10).go(1, 2, "late", 4);
        s.at(20).end(1);
        ForkJoin f = of(s);
        assertThat(f.nodes().getLast().kind()).isEqualTo(Kind.CUT);
        assertThat(f.nodes().getLast().goroutine()).isEqualTo(1);
    }

    @Test
    void too_many_nodes_leave_the_figures() {
        Story s = new Story(1);
        int ch = s.channel("ch", 100_000);
        for (int i = 1; i <= 30_000; i++) {
            s.at(i).send(1, ch, i, "v");
        }
        ForkJoin f = of(s.at(30_001).end(1));
        assertThat(f.isDrawn()).isFalse();
        assertThat(f.span()).isEqualTo(30_001);
        assertThat(f.edges()).extracting(ForkJoin.Edge::link).doesNotContain(Link.GO);
    }
}
