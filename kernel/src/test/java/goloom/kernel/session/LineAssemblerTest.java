package goloom.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineAssemblerTest {
    private static final Thread A = new Thread("a");
    private static final Thread B = new Thread("b");

    private final List<String> out = new ArrayList<>();
    private final LineAssembler lines = new LineAssembler((t, s) -> out.add(t.getName() + ":" + s));

    @Test
    void whole_lines_go_on_at_once() {
        lines.write(A, "one\ntwo\n", 0);
        assertThat(out).containsExactly("a:one\ntwo\n");
        assertThat(lines.isEmpty()).isTrue();
    }

    @Test
    void pieces_of_one_thread_make_a_line() {
        lines.write(A, "x = ", 0);
        lines.write(B, "other\n", 0);
        lines.write(A, "5", 0);
        lines.write(A, "\n", 0);
        assertThat(out).containsExactly("b:other\n", "a:x = 5\n");
    }

    @Test
    void the_beginning_of_the_next_line_waits() {
        lines.write(A, "end\nbegin", 0);
        assertThat(out).containsExactly("a:end\n");
        lines.write(A, "ning\n", 0);
        assertThat(out).containsExactly("a:end\n", "a:beginning\n");
    }

    @Test
    void a_beginning_is_passed_on_when_it_is_old_enough() {
        lines.write(A, "old", 10);
        lines.write(B, "young", 20);
        lines.releaseOlder(10);
        assertThat(out).containsExactly("a:old");
        assertThat(lines.isEmpty()).isFalse();
        lines.releaseOlder(20);
        assertThat(out).containsExactly("a:old", "b:young");
    }

    @Test
    void the_age_of_a_beginning_is_that_of_its_first_piece() {
        lines.write(A, "a", 10);
        lines.write(A, "b", 1000);
        lines.releaseOlder(10);
        assertThat(out).containsExactly("a:ab");
    }

    @Test
    void a_thread_can_have_its_beginning_passed_on() {
        lines.write(A, "a", 0);
        lines.write(B, "b", 0);
        lines.release(B);
        lines.release(B);
        assertThat(out).containsExactly("b:b");
    }

    @Test
    void at_the_end_all_is_passed_on() {
        lines.write(A, "a", 0);
        lines.write(B, "b", 0);
        lines.releaseAll();
        assertThat(out).containsExactlyInAnyOrder("a:a", "b:b");
        assertThat(lines.isEmpty()).isTrue();
    }
}
