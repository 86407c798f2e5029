package goloom.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.Event;
import goloom.trace.EventKind;
import goloom.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What threads outside Go do to channels and counters stands in the trace, under no goroutine and
/// no thread of the scheduler.
class OutsideTraceTest {
    private static void outside(Runnable body) throws InterruptedException {
        Thread t = Thread.ofPlatform().start(body);
        t.join();
    }

    private static List<Event> of(Trace trace, EventKind kind) {
        return trace.events().stream().filter(e -> e.kind() == kind).toList();
    }

    private static Trace traced(GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(2).build()) {
            runtime.startTrace();
            assertThat(runtime.run(main)).isInstanceOf(Outcome.Returned.class);
            return runtime.stopTrace();
        }
    }

    private static void isOfNobody(Event e) {
        assertThat(e.goroutine()).isZero();
        assertThat(e.thread()).isEqualTo(-1);
        assertThat(e.proc()).isEqualTo(-1);
    }

    @Test
    void a_value_that_it_puts_into_a_buffer_is_there_when_the_channel_is_known() {
        Trace t =
                traced(() -> {
                    Chan<Integer> ch = Chan.make(2, 0);
                    ch.send(1);
                    outside(() -> ch.send(2));
                    ch.recv();
                    ch.recv();
                });
        assertThat(of(t, EventKind.CHAN_SEND)).extracting(Event::value).containsExactly("1", "2");
        isOfNobody(of(t, EventKind.CHAN_SEND).get(1));
        assertThat(of(t, EventKind.CHAN_RECV)).extracting(Event::goroutine).containsExactly(1, 1);
    }

    @Test
    void a_value_that_it_hands_to_a_goroutine_is_there_and_what_it_is_handed() {
        Trace t =
                traced(() -> {
                    Chan<Integer> ch = Chan.make(0, 0);
                    Thread sender = Thread.ofPlatform().start(() -> ch.send(7));
                    ch.recv();
                    sender.join();
                    Thread receiver = Thread.ofPlatform().start(() -> ch.recv());
                    ch.send(8);
                    receiver.join();
                });
        isOfNobody(of(t, EventKind.CHAN_SEND).getFirst());
        isOfNobody(of(t, EventKind.CHAN_RECV).getLast());
        assertThat(of(t, EventKind.CHAN_SEND)).extracting(Event::value).containsExactly("7", "8");
        assertThat(of(t, EventKind.CHAN_RECV)).extracting(Event::value).containsExactly("7", "8");
    }

    @Test
    void it_closes_a_channel_and_counts_a_waitgroup_down() {
        Trace t =
                traced(() -> {
                    Chan<Integer> ch = Chan.make(1, 0);
                    WaitGroup wg = new WaitGroup();
                    wg.add(1);
                    ch.send(1);
                    outside(() -> {
                        ch.close();
                        wg.done();
                    });
                    wg.await();
                });
        isOfNobody(of(t, EventKind.CHAN_CLOSE).getFirst());
        assertThat(of(t, EventKind.WAITGROUP)).extracting(Event::arg).containsExactly(1, 0);
        isOfNobody(of(t, EventKind.WAITGROUP).getLast());
    }

    @Test
    void a_thread_of_the_scope_is_known_before_its_channel_is() throws Exception {
        Chan<String> ch = Chan.make(1, "");
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.startTrace();
            Thread t = Thread.ofPlatform().unstarted(() -> ch.send("first"));
            t.setContextClassLoader(new Scope(runtime));
            t.start();
            t.join();
            assertThat(of(runtime.stopTrace(), EventKind.CHAN_SEND))
                    .singleElement()
                    .satisfies(e -> assertThat(e.value()).isEqualTo("\"first\""));
        }
    }

    private static final class Scope extends ClassLoader implements RuntimeScope {
        private final GoRuntime runtime;

        Scope(GoRuntime runtime) {
            this.runtime = runtime;
        }

        @Override
        public GoRuntime runtime() {
            return runtime;
        }
    }

    @Test
    void a_thread_that_has_nothing_to_do_with_the_traced_runtime_is_not_in_its_trace() {
        Chan<Integer> other = Chan.make(1, 0);
        Trace t = traced(() -> outside(() -> other.send(1)));
        assertThat(of(t, EventKind.CHAN_SEND)).isEmpty();
    }
}
