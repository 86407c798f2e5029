package goloom.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.protocol.Reply.History.Entry;
import goloom.kernel.protocol.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLogTest {
    @TempDir private Path directory;
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("deep/history.jsonl");
    }

    private static List<String> sources(List<Entry> entries) {
        return entries.stream().map(Entry::source).toList();
    }

    private static List<Entry> tail(HistoryLog log, int n) {
        return log.find(new Request.HistoryTail(n, false));
    }

    @Test
    void a_session_sees_those_before_it() {
        var first = new HistoryLog(file);
        first.add(1, "a");
        first.result(1, "A");
        first.add(2, "b");
        var second = new HistoryLog(file);
        second.add(1, "c");
        assertThat(tail(second, 9))
                .containsExactly(
                        new Entry(1, 1, "a", "A"),
                        new Entry(1, 2, "b", null),
                        new Entry(2, 1, "c", null));
    }

    @Test
    void kernels_that_run_at_the_same_time_have_different_sessions() {
        var one = new HistoryLog(file);
        var two = new HistoryLog(file);
        one.add(1, "one");
        two.add(1, "two");
        one.add(2, "one again");
        assertThat(tail(new HistoryLog(file), 9))
                .containsExactly(
                        new Entry(1, 1, "one", null),
                        new Entry(2, 1, "two", null),
                        new Entry(1, 2, "one again", null));
    }

    @Test
    void without_a_file_there_is_only_this_session() {
        var log = new HistoryLog(null);
        log.add(1, "a");
        assertThat(sources(tail(log, 5))).containsExactly("a");
    }

    @Test
    void a_file_that_cannot_be_written_is_done_without() throws IOException {
        Files.writeString(directory.resolve("deep"), "a file where a directory should be");
        var log = new HistoryLog(file);
        log.add(1, "a");
        assertThat(sources(tail(log, 5))).containsExactly("a");
    }

    @Test
    void a_line_that_cannot_be_read_is_skipped() throws IOException {
        new HistoryLog(file).add(1, "a");
        Files.writeString(file, "not json\n\n[]\n", StandardOpenOption.APPEND);
        var log = new HistoryLog(file);
        log.add(1, "b");
        assertThat(sources(tail(log, 5))).containsExactly("a", "b");
    }

    @Test
    void a_file_that_is_too_long_loses_its_older_part() throws IOException {
        var first = new HistoryLog(file);
        first.add(1, "the first");
        String row = "{\"session\":1,\"line\":%d,\"source\":\"" + "x".repeat(1000) + "\"}\n";
        var rows = new StringBuilder();
        for (int i = 2; i < 9000; i++) {
            rows.append(row.formatted(i));
        }
        Files.writeString(file, rows, StandardOpenOption.APPEND);
        new HistoryLog(file).add(1, "the last");
        assertThat(Files.size(file)).isLessThan(6L << 20);
        List<Entry> kept = tail(new HistoryLog(file), 10_000);
        assertThat(kept).hasSize(5001);
        assertThat(kept.getLast()).isEqualTo(new Entry(2, 1, "the last", null));
    }

    @Test
    void a_session_gets_the_next_number_however_long_the_cells_of_the_last_one_are() {
        var first = new HistoryLog(file);
        first.add(1, "x".repeat(100_000));
        first.add(2, "{\"session\":77}\n{\"session\":78}");
        var second = new HistoryLog(file);
        second.add(1, "b");
        assertThat(tail(second, 1)).containsExactly(new Entry(2, 1, "b", null));
    }

    @Test
    void a_session_sees_what_others_add_and_when_they_shorten_the_file() throws IOException {
        var one = new HistoryLog(file);
        one.add(1, "one");
        assertThat(sources(tail(one, 9))).containsExactly("one");
        new HistoryLog(file).add(1, "two");
        assertThat(sources(tail(one, 9))).containsExactly("one", "two");
        Files.writeString(file, "{\"session\":3,\"line\":1,\"source\":\"three\"}\n");
        assertThat(sources(tail(one, 9))).containsExactly("three");
    }

    @Test
    void a_range_ends_before_its_stop() {
        var log = new HistoryLog(null);
        for (int i = 1; i <= 5; i++) {
            log.add(i, "cell " + i);
        }
        assertThat(sources(log.find(new Request.HistoryRange(0, 2, 4, false))))
                .containsExactly("cell 2", "cell 3");
        assertThat(sources(log.find(new Request.HistoryRange(1, 4, null, false))))
                .containsExactly("cell 4", "cell 5");
    }

    @Test
    void a_search_takes_stars_and_question_marks_and_nothing_else() {
        var log = new HistoryLog(null);
        log.add(1, "int[] a = f(1);");
        log.add(2, "int b;\nint[] c;");
        log.add(3, "int[] a = f(1);");
        assertThat(log.find(new Request.HistorySearch("*[] ?*(*", null, false, false))).hasSize(2);
        assertThat(log.find(new Request.HistorySearch("*[] ?*(*", null, true, false)))
                .containsExactly(new Entry(1, 3, "int[] a = f(1);", null));
        assertThat(log.find(new Request.HistorySearch("int*c;", null, false, false))).hasSize(1);
        assertThat(log.find(new Request.HistorySearch("int", null, false, false))).isEmpty();
    }
}
