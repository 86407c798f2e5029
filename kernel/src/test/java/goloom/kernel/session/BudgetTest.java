package goloom.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BudgetTest {
    @AfterEach
    void deleteFiles() {
        OutputFiles.deleteAll();
    }

    @Test
    void what_fits_is_shown_and_nothing_is_said() {
        var budget = new Budget(10, "fits.txt");
        assertThat(budget.take("12345\n")).isEqualTo("12345\n");
        assertThat(budget.take("123\n")).isEqualTo("123\n");
        assertThat(budget.summary()).isNull();
    }

    @Test
    void the_line_that_does_not_fit_and_all_after_it_go_to_a_file() throws Exception {
        var budget = new Budget(10, "lines.txt");
        String shown = budget.take("one\ntwo\nthree\nfour\n");
        assertThat(shown).startsWith("one\ntwo\n").doesNotContain("three");
        assertThat(shown).contains("10 characters of output: the rest is not shown; see ");
        assertThat(budget.take("five\n")).isEmpty();
        String summary = Objects.requireNonNull(budget.summary());
        assertThat(summary).startsWith("[16 characters in 3 lines not shown; see ");
        Path file = Path.of(summary.substring(summary.indexOf("see ") + 4, summary.length() - 2));
        assertThat(Files.readString(file)).isEqualTo("three\nfour\nfive\n");
    }

    @Test
    void the_summary_tells_what_is_new_since_the_last() {
        var budget = new Budget(0, "again.txt");
        budget.take("a\n");
        assertThat(budget.summary()).startsWith("[2 characters in 1 lines");
        assertThat(budget.summary()).isNull();
        budget.take("bcd\n");
        assertThat(budget.summary()).startsWith("[4 characters in 1 lines");
    }

    @Test
    void after_the_limit_of_the_file_text_is_only_counted() {
        var budget = new Budget(0, "long.txt");
        String megabyte = "x".repeat((1 << 20) - 1) + "\n";
        for (int i = 0; i < 65; i++) {
            budget.take(megabyte);
        }
        assertThat(budget.isSpent()).isTrue();
        budget.leaveOut(megabyte);
        assertThat(budget.summary())
                .startsWith("[66.0 MB in 66 lines not shown; the first 64.0 MB of it: ");
    }

    @Test
    void things_to_see_cost_at_least_a_kilobyte() {
        var budget = new Budget(2500, "displays.txt");
        assertThat(budget.take(10L)).isTrue();
        assertThat(budget.take(10L)).isTrue();
        assertThat(budget.take(10L)).isFalse();
    }
}
