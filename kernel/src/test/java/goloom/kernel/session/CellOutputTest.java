package goloom.kernel.session;

import static goloom.kernel.protocol.Publication.StreamName.STDERR;
import static goloom.kernel.protocol.Publication.StreamName.STDOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.protocol.Publication;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CellOutputTest {
    private final List<Publication> published = new ArrayList<>(); // guarded by itself
    private final Flusher flusher = new Flusher(); // not started: tests drain by hand
    private long now;

    private CellOutput output(boolean silent) {
        return new CellOutput(
                p -> {
                    synchronized (published) {
                        published.add(p);
                    }
                },
                (prompt, _) -> {
                    synchronized (published) {
                        published.add(stdout("<asked " + prompt + ">"));
                    }
                    return "typed";
                },
                flusher,
                () -> now,
                silent,
                new Budget(16 << 20, "test.txt"));
    }

    private static Publication stdout(String text) {
        return new Publication.Stream(STDOUT, text);
    }

    private static void inThread(Runnable body) throws InterruptedException {
        Thread t = new Thread(body);
        t.start();
        t.join();
    }

    @Test
    void text_is_published_in_batches() {
        CellOutput output = output(false);
        output.print(STDOUT, "one\n");
        output.print(STDOUT, "two\n");
        assertThat(published).isEmpty();
        output.drain();
        assertThat(published).containsExactly(stdout("one\ntwo\n"));
    }

    @Test
    void a_beginning_is_published_when_it_is_fifty_milliseconds_old() {
        CellOutput output = output(false);
        output.print(STDOUT, "begun");
        assertThat(output.drain()).isTrue();
        assertThat(published).isEmpty();
        now = 50_000_000;
        assertThat(output.drain()).isFalse();
        assertThat(published).containsExactly(stdout("begun"));
    }

    @Test
    void at_the_end_everything_is_published() throws InterruptedException {
        CellOutput output = output(false);
        output.print(STDOUT, "main");
        inThread(() -> output.print(STDERR, "thread"));
        output.end();
        assertThat(published)
                .containsExactlyInAnyOrder(
                        stdout("main"), new Publication.Stream(STDERR, "thread"));
    }

    @Test
    void output_goes_on_after_the_end() {
        CellOutput output = output(false);
        output.end();
        output.print(STDOUT, "late\n");
        output.drain();
        assertThat(published).containsExactly(stdout("late\n"));
    }

    @Test
    void the_streams_of_one_thread_keep_their_order() {
        CellOutput output = output(false);
        output.print(STDOUT, "a");
        output.print(STDERR, "b\n");
        output.print(STDOUT, "c\n");
        output.drain();
        assertThat(published)
                .containsExactly(stdout("a"), new Publication.Stream(STDERR, "b\n"), stdout("c\n"));
    }

    @Test
    void a_display_stands_behind_what_its_thread_has_printed() {
        CellOutput output = output(false);
        output.print(STDOUT, "begun");
        output.display(MimeBundle.text("shown"));
        output.drain();
        assertThat(published)
                .containsExactly(
                        stdout("begun"), new Publication.Display(MimeBundle.text("shown")));
    }

    @Test
    void a_question_stands_behind_what_its_thread_has_printed() throws IOException {
        CellOutput output = output(false);
        output.print(STDOUT, "name? ");
        assertThat(output.readLine("p", false)).isEqualTo("typed");
        assertThat(published).containsExactly(stdout("name? "), stdout("<asked p>"));
    }

    @Test
    void a_silent_cell_shows_nothing() {
        CellOutput output = output(true);
        output.print(STDOUT, "x\n");
        output.display(MimeBundle.text("y"));
        output.clear(false);
        output.end();
        assertThat(published).isEmpty();
    }

    @Test
    @Timeout(300)
    void who_prints_too_fast_waits_until_there_is_room() throws InterruptedException {
        CellOutput output = output(false);
        var done = new CountDownLatch(1);
        Thread writer =
                new Thread(() -> {
                    for (int i = 0; i < 10; i++) {
                        output.print(STDOUT, "x".repeat((1 << 20) - 1) + "\n");
                    }
                    done.countDown();
                });
        writer.start();
        while (writer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(done.getCount()).isOne();
        while (done.getCount() > 0) {
            output.drain();
        }
        writer.join();
        output.end();
        int length =
                published.stream().mapToInt(p -> ((Publication.Stream) p).text().length()).sum();
        assertThat(length).isEqualTo(10 << 20);
    }

    @Test
    @Timeout(300)
    void an_interrupt_ends_the_wait_for_room() throws InterruptedException {
        CellOutput output = output(false);
        Thread writer =
                new Thread(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        output.print(STDOUT, "x".repeat(1 << 20) + "\n");
                    }
                });
        writer.start();
        while (writer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        writer.interrupt();
        writer.join();
    }

    @Test
    void a_front_end_that_fails_does_not_stop_later_output() {
        var seen = new ArrayList<Publication>();
        var output =
                new CellOutput(
                        p -> {
                            if (p.equals(stdout("bad\n"))) {
                                throw new IllegalStateException("bad");
                            }
                            seen.add(p);
                        },
                        (_, _) -> "",
                        flusher,
                        () -> now,
                        false,
                        new Budget(100, "test.txt"));
        output.print(STDOUT, "bad\n");
        assertThatThrownBy(output::drain).hasMessage("bad");
        output.print(STDOUT, "good\n");
        output.drain();
        assertThat(seen).containsExactly(stdout("good\n"));
    }

    @Test
    void a_redraw_is_shown_when_the_budget_is_used_up() {
        List<Publication> seen = new ArrayList<>();
        var output =
                new CellOutput(
                        seen::add,
                        (_, _) -> "",
                        flusher,
                        () -> now,
                        false,
                        new Budget(Budget.LEAST_COST, "test.txt"));
        MimeBundle picture = MimeBundle.text("picture").withDisplayId("id");
        output.display(picture);
        output.updateDisplay(picture);
        output.redraw(picture);
        output.drain();
        assertThat(seen)
                .containsExactly(
                        new Publication.Display(picture), new Publication.UpdateDisplay(picture));
    }
}
