package goloom.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BuffersTest {
    private static List<String> held(Story s, int ch) {
        return Buffers.of(Spans.of(s.trace())).held(ch).stream()
                .map(h ->
                        h.value()
                                + "@"
                                + h.slot()
                                + " G"
                                + h.sender()
                                + ">G"
                                + h.receiver()
                                + " "
                                + h.from()
                                + "-"
                                + h.to())
                .toList();
    }

    @Test
    void a_value_stays_in_its_slot_until_it_is_received() {
        Story s = new Story(1);
        int ch = s.channel("ch", 2);
        s.at(1).send(1, ch, 1, "a").at(2).send(1, ch, 2, "b");
        s.at(3).receive(1, ch, 1, "a").at(4).send(1, ch, 2, "c");
        s.at(9);
        assertThat(held(s, ch)).containsExactly("a@0 G1>G1 1-3", "b@1 G1>G0 2-9", "c@0 G1>G0 4-9");
    }

    @Test
    void the_third_send_on_two_slots_gets_in_when_a_receiver_takes_the_head() {
        Story s = new Story(1);
        int ch = s.channel("ch", 2);
        s.at(1).send(1, ch, 1, "a").at(2).send(1, ch, 2, "b");
        s.at(3).go(1, 2, "receiver", 3);
        s.at(4).block(1, WaitReason.CHAN_SEND, ch, 4).start(2, 0, 0);
        s.at(5).send(1, ch, 2, "c").receive(2, ch, 2, "a").wake(2, 1, ch);
        s.at(9);
        assertThat(held(s, ch)).containsExactly("a@0 G1>G2 1-5", "b@1 G1>G0 2-9", "c@0 G1>G0 5-9");
    }

    @Test
    void a_value_handed_to_a_waiting_receiver_is_never_in_the_buffer() {
        Story s = new Story(1);
        int ch = s.channel("ch", 2);
        s.at(1).go(1, 2, "receiver", 3).at(2).send(1, ch, 0, "a").receive(2, ch, 0, "a");
        assertThat(held(s, ch)).isEmpty();
    }

    @Test
    void what_was_there_before_the_trace_is_counted() {
        Story s = new Story(1);
        int ch = s.channel("ch", 3);
        s.at(5).receive(1, ch, 1, "x").at(9);
        assertThat(held(s, ch)).containsExactly("null@0 G0>G1 0-5", "null@1 G0>G0 0-9");
        Buffers.Fill fill = Buffers.of(Spans.of(s.trace())).fill(ch);
        assertThat(fill.length(0)).isEqualTo(2);
        assertThat(fill.length(1)).isEqualTo(1);
        assertThat(fill.most()).isEqualTo(2);
    }

    @Test
    void a_close_is_told_and_unbuffered_channels_are_not() {
        Story s = new Story(1);
        int buffered = s.channel("b", 1);
        int unbuffered = s.channel("u", 0);
        s.at(7).close(1, buffered).at(8).close(1, unbuffered);
        Buffers b = Buffers.of(Spans.of(s.trace()));
        assertThat(b.closed(buffered)).isEqualTo(7);
        assertThat(b.channels()).containsExactly(buffered);
    }
}
