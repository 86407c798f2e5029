package goloom.timeline;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static goloom.runtime.Go.gosched;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.timeline.Scene.Bar;
import goloom.timeline.Scene.Kind;
import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Shape;
import goloom.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who waits at an unbuffered channel.
final class QueuesTest {
    private static Timeline draw(GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.startTrace();
            runtime.run(main);
            Trace t = runtime.stopTrace();
            return Timeline.of(t);
        }
    }

    private static List<Lane> lanes(Timeline picture) {
        return picture.scene().sections().stream()
                .filter(s -> s.kind() == Kind.BUFFERS)
                .flatMap(s -> s.lanes().stream())
                .toList();
    }

    private static final GoBody SENDERS =
            () -> {
                var ch = chan(int.class);
                for (int i = 0; i < 3; i++) {
                    int v = i;
                    go("sender", () -> ch.send(v));
                }
                gosched();
                for (int i = 0; i < 3; i++) {
                    ch.recv();
                }
            };

    @Test
    void senders_wait_in_the_order_in_which_they_came() {
        Lane lane = lanes(draw(SENDERS)).getFirst();
        assertThat(lane.label()).endsWith("(cap 0)");
        assertThat(lane.slots()).isEqualTo(2);
        assertThat(lane.bars()).allMatch(b -> b.shape() == Shape.HELD);
        List<Bar> bars = lane.bars();
        assertThat(bars).hasSize(2); // the third has no place: both are taken
        assertThat(bars.get(0).from()).isLessThan(bars.get(1).from());
        assertThat(bars.get(0).low()).isGreaterThan(bars.get(1).low());
    }

    @Test
    void receivers_wait_below_senders_in_outline() {
        Timeline picture =
                draw(() -> {
                    var ch = chan(int.class);
                    go("receiver", () -> ch.recv());
                    gosched();
                    ch.send(1);
                    go("sender", () -> ch.send(2));
                    gosched();
                    ch.recv();
                });
        Lane lane = lanes(picture).getFirst();
        assertThat(lane.bars()).extracting(Bar::shape).containsExactly(Shape.ASKED, Shape.HELD);
        Bar asked = lane.bars().getFirst();
        Bar held = lane.bars().getLast();
        assertThat(asked.high()).isLessThanOrEqualTo(held.low());
        assertThat(asked.to()).isLessThanOrEqualTo(held.from());
        assertThat(asked.texts()).contains("G2 receives");
        assertThat(held.texts()).contains("G3 sends");
    }

    @Test
    void bars_of_one_place_never_overlap() {
        Timeline picture =
                draw(() -> {
                    var ch = chan(int.class);
                    for (int i = 0; i < 5; i++) {
                        go(() -> {
                            for (int k = 0; k < 6; k++) {
                                ch.send(k);
                            }
                        });
                    }
                    for (int i = 0; i < 30; i++) {
                        ch.recv();
                    }
                });
        List<Bar> bars = lanes(picture).getFirst().bars();
        assertThat(bars).hasSizeGreaterThan(5);
        for (Bar a : bars) {
            assertThat(bars)
                    .filteredOn(b -> b != a && b.low() == a.low())
                    .allMatch(b -> b.to() <= a.from() || b.from() >= a.to());
        }
    }

    @Test
    void a_channel_at_which_nobody_waits_has_no_lane() {
        assertThat(lanes(draw(() -> chan(int.class)))).isEmpty();
    }
}
