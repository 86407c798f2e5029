package goloom.runtime;

import static goloom.runtime.Go.*;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.Event;
import goloom.trace.EventKind;
import goloom.trace.Trace;
import goloom.trace.Waker;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a trace says of a value that goes from one goroutine to another that waits for it.
final class HandOverTraceTest {
    private static final Set<EventKind> KINDS =
            Set.of(EventKind.CHAN_SEND, EventKind.CHAN_RECV, EventKind.GO_UNBLOCK);

    /// `main` knows the partner, which does its part first and waits.
    private static List<String> told(GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.startTrace(100_000);
            Outcome o = runtime.run(main);
            Trace t = runtime.stopTrace(GoRuntime.ending(o));
            return t.events().stream()
                    .filter(e -> KINDS.contains(e.kind()))
                    .map(HandOverTraceTest::words)
                    .toList();
        }
    }

    private static String words(Event e) {
        String who = e.goroutine() == 1 ? "main" : "other";
        return switch (e.kind()) {
            case GO_UNBLOCK ->
                    who
                            + " wakes "
                            + (e.target() == 1 ? "main" : "other")
                            + " "
                            + Waker.values()[e.arg()]
                            + " of resource "
                            + e.resource();
            default -> who + " " + e.kind() + " " + e.value() + " len " + e.arg();
        };
    }

    @Test
    void a_send_to_a_waiting_receiver_is_a_send_a_receive_and_a_wake_up() {
        assertThat(
                        told(() -> {
                            var ch = chan(int.class);
                            go(() -> ch.recv());
                            gosched();
                            ch.send(7);
                        }))
                .containsExactly(
                        "main CHAN_SEND 7 len 0",
                        "other CHAN_RECV 7 len 0",
                        "main wakes other GOROUTINE of resource 0");
    }

    @Test
    void a_receive_from_a_waiting_sender_is_a_send_a_receive_and_a_wake_up() {
        assertThat(
                        told(() -> {
                            var ch = chan(int.class);
                            go(() -> ch.send(7));
                            gosched();
                            ch.recv();
                        }))
                .containsExactly(
                        "other CHAN_SEND 7 len 0",
                        "main CHAN_RECV 7 len 0",
                        "main wakes other GOROUTINE of resource 0");
    }

    @Test
    void the_value_of_a_sender_that_waits_for_room_goes_into_the_buffer() {
        assertThat(
                        told(() -> {
                            var ch = chan(int.class, 1);
                            ch.send(1);
                            go(() -> ch.send(2));
                            gosched();
                            ch.recv();
                        }))
                .containsExactly(
                        "main CHAN_SEND 1 len 1",
                        "other CHAN_SEND 2 len 1",
                        "main CHAN_RECV 1 len 1",
                        "main wakes other GOROUTINE of resource 0");
    }

    @Test
    void a_send_to_a_select_that_waits_wakes_it_once() {
        assertThat(
                        told(() -> {
                            var ch = chan(int.class);
                            var never = chan(int.class);
                            go(() -> select(onRecv(never), onRecv(ch)));
                            gosched();
                            ch.send(7);
                        }))
                .hasSize(3)
                .startsWith("main CHAN_SEND 7 len 0", "other CHAN_RECV 7 len 0");
    }
}
