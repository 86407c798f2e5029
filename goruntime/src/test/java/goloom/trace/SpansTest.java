package goloom.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpansTest {
    private static String story(Spans s, int g) {
        StringBuilder b = new StringBuilder();
        for (Span x : s.of(g)) {
            b.append(x.state().word()).append(' ').append(x.start()).append('-').append(x.end());
            b.append(x.reason() == WaitReason.NONE ? "; " : " " + x.reason().word() + "; ");
        }
        return b.toString().strip();
    }

    @Test
    void a_goroutine_is_runnable_runs_waits_and_ends() {
        Story s = new Story(1);
        int ch = s.channel("jobs", 0);
        s.at(10).go(1, 2, "worker", 4);
        s.at(20).block(1, WaitReason.CHAN_SEND, ch, 5).start(2, 0, 0);
        s.at(30).wake(2, 1, ch);
        s.at(40).end(2).start(1, 0, 0);
        s.at(50).end(1);
        Spans spans = Spans.of(s.trace());
        assertThat(story(spans, 0))
                .isEqualTo("running 0-20; waiting 20-30 chan send; runnable 30-40; running 40-50;");
        assertThat(story(spans, 1)).isEqualTo("runnable 10-20; running 20-40;");
        assertThat(spans.of(0).get(1).resource()).isEqualTo(ch);
        assertThat(Site.of(spans.of(0).get(1).site())).isEqualTo(new Site(1, 5));
    }

    @Test
    void what_happened_before_main_first_ran_is_not_in_the_window() {
        TraceBuilder b = new TraceBuilder();
        b.goroutine(new Trace.Goroutine(1, "main", 0, 0));
        b.goroutine(new Trace.Goroutine(7, "old", 0, 0));
        int waiting = GoState.WAITING.ordinal();
        b.add(0, EventKind.GO_STATUS, -1, -1, 7, 0, -1, WaitReason.SLEEP, 0, waiting, null);
        b.add(30, EventKind.GO_CREATE, -1, -1, 0, 1, -1, WaitReason.NONE, 0, 1, null);
        b.add(100, EventKind.GO_START, 0, 0, 1, -1, -1, WaitReason.NONE, 0, 0, null);
        b.add(150, EventKind.GO_END, 0, 0, 1, 0, -1, WaitReason.NONE, 0, 0, null);
        Spans spans = Spans.of(b.build());
        assertThat(spans.begin()).isEqualTo(100);
        assertThat(story(spans, 0)).isEqualTo("running 100-150;");
        assertThat(story(spans, 1)).isEqualTo("waiting 100-150 sleep;");
        assertThat(spans.of(1).getFirst().event()).isEqualTo(-1);
    }

    @Test
    void a_call_that_loses_its_p_leaves_the_goroutine_runnable() {
        Story s = new Story(2);
        s.at(10).call(1, 3);
        s.at(40).callEnd(1, true);
        s.at(60).start(1, 1, 1);
        s.at(70).end(1);
        assertThat(story(Spans.of(s.trace()), 0))
                .isEqualTo("running 0-10; syscall 10-40; runnable 40-60; running 60-70;");
    }

    @Test
    void a_call_that_is_announced_and_noticed_is_one_span() {
        Story s = new Story(2);
        s.at(10).call(1, 3);
        s.at(20).call(1, 0);
        s.at(40).callEnd(1, false);
        s.at(70).end(1);
        assertThat(story(Spans.of(s.trace()), 0))
                .isEqualTo("running 0-10; syscall 10-40; running 40-70;");
    }

    @Test
    void one_that_ran_when_the_trace_began_is_on_the_thread_of_its_next_event() {
        TraceBuilder b = new TraceBuilder();
        b.goroutine(new Trace.Goroutine(9, null, 0, 0));
        int running = GoState.RUNNING.ordinal();
        b.add(0, EventKind.GO_STATUS, -1, -1, 9, 0, -1, WaitReason.NONE, 0, running, null);
        b.add(50, EventKind.GO_END, 3, 1, 9, 0, -1, WaitReason.NONE, 0, 0, null);
        Span s = Spans.of(b.build()).get(0);
        assertThat(s.thread()).isEqualTo(3);
        assertThat(s.state()).isEqualTo(GoState.RUNNING);
    }

    @Test
    void what_goes_on_at_the_end_has_no_end_event() {
        Story s = new Story(1);
        s.at(10).block(1, WaitReason.CHAN_RECEIVE_NIL, -1, 2);
        Trace t = s.at(100).trace();
        Spans spans = Spans.of(t);
        assertThat(spans.get(1).endEvent()).isEqualTo(-1);
        assertThat(spans.get(1).end()).isEqualTo(100);
    }
}
