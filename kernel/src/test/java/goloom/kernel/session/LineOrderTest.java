package goloom.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.protocol.Publication.StreamName;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineOrderTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread a = living();
    private final Thread b = living();
    private final StringBuilder out = new StringBuilder();
    private final LineOrder order = new LineOrder(out::append);

    private Thread living() {
        return Thread.ofPlatform()
                .daemon()
                .start(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @AfterEach
    void endThreads() {
        end.countDown();
    }

    private void write(Thread writer, String text, long now) {
        order.accept(new Item.Text(writer, StreamName.STDOUT, text), now);
    }

    @Test
    void lines_pass_in_the_order_of_their_arrival() {
        write(a, "1\n", 0);
        write(b, "2\n", 0);
        write(a, "3\n", 0);
        assertThat(out).hasToString("1\n2\n3\n");
    }

    @Test
    void others_wait_while_a_thread_is_inside_a_line() {
        write(a, "a1 ", 0);
        write(b, "b1\n", 0);
        assertThat(out).hasToString("a1 ");
        assertThat(order.isWaiting()).isTrue();
        write(a, "a2\n", 0);
        assertThat(out).hasToString("a1 a2\nb1\n");
        assertThat(order.isWaiting()).isFalse();
    }

    @Test
    void one_who_waited_may_hold_the_stream_next() {
        write(a, "a", 0);
        write(b, "b", 0);
        write(a, "a\n", 0);
        write(a, "again\n", 0);
        assertThat(out).hasToString("aa\nb");
        write(b, "b\n", 0);
        assertThat(out).hasToString("aa\nbb\nagain\n");
    }

    @Test
    void a_thread_that_is_silent_for_long_loses_the_stream() {
        write(a, "a", 0);
        write(b, "b\n", 1);
        order.tick(LineOrder.PATIENCE_NANOS - 1);
        assertThat(out).hasToString("a");
        order.tick(LineOrder.PATIENCE_NANOS);
        assertThat(out).hasToString("ab\n");
    }

    @Test
    void a_thread_that_has_ended_loses_the_stream() throws InterruptedException {
        Thread short_ = Thread.ofPlatform().start(() -> {});
        short_.join();
        write(short_, "never ended", 0);
        write(b, "b\n", 0);
        order.tick(0);
        assertThat(out).hasToString("never endedb\n");
    }

    @Test
    void at_the_end_nothing_waits() {
        write(a, "a", 0);
        write(b, "b", 0);
        write(a, "A\n", 0);
        order.end(0);
        assertThat(out.toString()).contains("a", "b", "A\n").hasSize(4);
        assertThat(order.isWaiting()).isFalse();
        write(b, "free\n", 0);
        assertThat(out.toString()).endsWith("free\n");
    }

    @Test
    void what_goroutines_print_stays_in_the_order_of_the_calls() {
        Thread g1 = Thread.ofVirtual().unstarted(() -> {});
        Thread g2 = Thread.ofVirtual().unstarted(() -> {});
        write(g1, "5 ", 0);
        write(g2, "1 ", 0);
        write(g1, "\n", 0);
        assertThat(out).hasToString("5 1 \n");
        assertThat(order.isWaiting()).isFalse();
    }
}
