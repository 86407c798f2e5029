package goloom.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.EventKind;
import goloom.trace.Found;
import goloom.trace.WaitReason;
import org.junit.jupiter.api.Test;

final class PackedTest {
    private static final int ME = 1;
    private static final int PARTNER = 2;
    private static final int MY_SITE = 0x1234;
    private static final int PARTNERS_SITE = 0x5678;

    private static long[] unpacked(int kind) {
        long[] packed = {
            Packed.first(99, kind, 0, 3),
            Packed.two(ME, PARTNER),
            Packed.two(5, PARTNERS_SITE),
            Packed.two(MY_SITE, 8)
        };
        long[] events = new long[Packed.events(packed[0]) * Packed.LONGS];
        assertThat(Packed.unpack(packed, 0, events, 0)).isEqualTo(events.length);
        return events;
    }

    @Test
    void each_event_of_a_hand_over_has_the_site_of_its_own_goroutine() {
        assertThat(unpacked(Packed.SENT))
                .containsExactly(
                        Packed.first(99, EventKind.CHAN_SEND.ordinal(), 0, 3),
                        Packed.two(ME, 0),
                        Packed.two(5, 0),
                        Packed.two(MY_SITE, 8),
                        Packed.first(99, EventKind.CHAN_RECV.ordinal(), 0, 3),
                        Packed.two(PARTNER, 0),
                        Packed.two(5, 0),
                        Packed.two(PARTNERS_SITE, 8),
                        Packed.first(99, EventKind.GO_UNBLOCK.ordinal(), 0, 3),
                        Packed.two(ME, PARTNER),
                        Packed.two(5, 0),
                        Packed.two(MY_SITE, 0));
    }

    @Test
    void of_a_receive_the_sender_is_the_partner() {
        long[] events = unpacked(Packed.RECEIVED);
        assertThat(events[1]).isEqualTo(Packed.two(PARTNER, 0));
        assertThat(events[3]).isEqualTo(Packed.two(PARTNERS_SITE, 8));
        assertThat(events[5]).isEqualTo(Packed.two(ME, 0));
        assertThat(events[9]).isEqualTo(Packed.two(ME, PARTNER));
    }

    @Test
    void a_switch_is_the_block_of_one_and_the_start_of_the_next() {
        int reason = WaitReason.CHAN_SEND.ordinal();
        int found = Found.RUNNEXT.ordinal();
        long[] packed = {
            Packed.first(99, Packed.SWITCH, reason, 3),
            Packed.two(ME, PARTNER),
            Packed.two(5, found),
            Packed.two(MY_SITE, 0)
        };
        long[] events = new long[Packed.events(packed[0]) * Packed.LONGS];
        assertThat(Packed.unpack(packed, 0, events, 0)).isEqualTo(events.length);
        assertThat(events)
                .containsExactly(
                        Packed.first(99, EventKind.GO_BLOCK.ordinal(), reason, 3),
                        Packed.two(ME, 0),
                        Packed.two(5, 0),
                        Packed.two(MY_SITE, 0),
                        Packed.first(99, EventKind.GO_START.ordinal(), 0, 3),
                        Packed.two(PARTNER, -1),
                        Packed.two(0, found),
                        0L);
    }

    @Test
    void the_kinds_of_records_are_no_kinds_of_events() {
        assertThat(EventKind.values()).hasSizeLessThanOrEqualTo(Packed.SWITCH);
    }

    @Test
    void other_events_stand_for_themselves() {
        long[] e = {Packed.first(7, EventKind.GO_END.ordinal(), 0, 1), 2, 3, 4};
        long[] out = new long[Packed.LONGS];
        assertThat(Packed.unpack(e, 0, out, 0)).isEqualTo(Packed.LONGS);
        assertThat(out).containsExactly(e);
    }
}
