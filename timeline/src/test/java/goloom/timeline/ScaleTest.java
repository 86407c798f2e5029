package goloom.timeline;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.runtime.Chan;
import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.runtime.WaitGroup;
import goloom.trace.Trace;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Big cells. Time is that of the CPU, of a JVM that has drawn a big picture before; a picture
/// whose time grows with the square of its size would take minutes.
final class ScaleTest {
    private static final int MOST_LETTERS = 250_000;
    private static final double MOST_SECONDS = 10; // on a quiet machine it takes less than one

    private record Drawn(Trace trace, Summary summary, String html, double seconds) {}

    private static Drawn draw(GoBody main) {
        try (GoRuntime runtime = GoRuntime.builder().procs(2).build()) {
            runtime.startTrace(5_000_000);
            Outcome o = runtime.run(main);
            long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Trace t = runtime.stopTrace(GoRuntime.ending(o));
            Timeline picture = Timeline.of(t);
            String html = picture.html();
            picture.text();
            long to = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            return new Drawn(t, picture.scene().summary(), html, (to - from) / 1e9);
        }
    }

    private static GoBody pingPong(int rounds) {
        return () -> {
            Chan<Integer> ping = chan(int.class);
            Chan<Integer> pong = chan(int.class);
            go(() -> ping.forEach(pong::send));
            for (int i = 0; i < rounds; i++) {
                ping.send(i);
                pong.recv();
            }
            ping.close();
        };
    }

    @Test
    void a_million_events_are_drawn_soon_and_said_to_be_merged() {
        draw(pingPong(100_000));
        Drawn d = draw(pingPong(100_000));
        assertThat(d.trace().size()).isGreaterThan(1_000_000);
        assertThat(d.html()).hasSizeLessThan(MOST_LETTERS);
        assertThat(d.seconds()).isLessThan(MOST_SECONDS);
        assertThat(d.summary().notes())
                .anySatisfy(n -> assertThat(n).contains("state changes are drawn in"))
                .anySatisfy(n -> assertThat(n).contains("arrows are left out"));
        assertThat(d.html()).contains("in between are left out. %trace save writes all.");
    }

    /// How soon a first picture is there depends on the machine; how much it needs does not.
    @Test
    void a_million_events_cost_few_bytes_each() {
        Trace trace = draw(pingPong(100_000)).trace();
        var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        Timeline.of(trace).bundle();
        long each = (thread.getCurrentThreadAllocatedBytes() - before) / trace.size();
        assertThat(each).isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 100, 170, 250, 333, 500, 1_000, 2_500, 10_000})
    void a_picture_of_any_length_has_its_limit(int rounds) {
        assertThat(draw(pingPong(rounds)).html()).hasSizeLessThan(MOST_LETTERS);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 60, 99, 150, 400, 1_000})
    void a_picture_of_any_number_of_goroutines_has_its_limit(int goroutines) {
        GoBody main =
                () -> {
                    WaitGroup wg = new WaitGroup();
                    Chan<Integer> ch = chan(int.class, 4);
                    for (int i = 0; i < goroutines; i++) {
                        wg.go(
                                "worker",
                                () -> {
                                    for (int k = 0; k < 20; k++) {
                                        ch.send(k);
                                        ch.recv();
                                    }
                                });
                    }
                    wg.await();
                };
        assertThat(draw(main).html()).hasSizeLessThan(MOST_LETTERS);
    }

    @Test
    void ten_thousand_goroutines_share_rows_by_their_go_line() {
        GoBody main =
                () -> {
                    WaitGroup wg = new WaitGroup();
                    Chan<Integer> ch = chan(int.class, 100);
                    for (int i = 0; i < 10_000; i++) {
                        wg.go(() -> {
                            ch.send(1);
                            ch.recv();
                        });
                    }
                    wg.await();
                };
        draw(main);
        Drawn d = draw(main);
        assertThat(d.trace().goroutines()).hasSize(10_001);
        assertThat(d.html()).hasSizeLessThan(MOST_LETTERS);
        assertThat(d.seconds()).isLessThan(MOST_SECONDS);
        assertThat(d.summary().notes())
                .anySatisfy(n -> assertThat(n).startsWith("10,001 goroutines are drawn in"));
    }
}
