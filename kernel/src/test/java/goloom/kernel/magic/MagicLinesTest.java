package goloom.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What in a cell is a magic.
final class MagicLinesTest {
    private static MagicLines split(String cell) {
        return MagicLines.of(cell, new Magics(), Set.of("flag")::contains);
    }

    @Test
    void lines_of_magics_are_blank_so_that_line_numbers_stay() {
        MagicLines lines = split("%gomaxprocs 4\nint a = 1;\n  %who\na");
        assertThat(lines.code()).isEqualTo("\nint a = 1;\n\na");
        assertThat(lines.magics())
                .containsExactly(
                        new MagicLines.Found("gomaxprocs", "4", false, 1, false),
                        new MagicLines.Found("who", "", false, 3, false));
    }

    @Test
    void code_behind_a_magic_keeps_its_line_and_column() {
        MagicLines lines = split("int a = 1;\n%time a + 1\n%timeit -n 5 a++;");
        assertThat(lines.code()).isEqualTo("int a = 1;\n      a + 1\n             a++;");
        assertThat(lines.magics()).allMatch(MagicLines.Found::hasCode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int r = a\n% b;",
                "/*\n%who\n*/",
                "String s = \"\"\"\n%who\n\"\"\";",
                "!flag",
                "boolean x = true;\n!x",
                "!(1 > 2)",
                "!true",
                "boolean y = a\n!= b;",
            })
    void java_is_left_alone(String cell) {
        MagicLines lines = split(cell);
        assertThat(lines.magics()).isEmpty();
        assertThat(lines.code()).isEqualTo(cell);
    }

    @Test
    void an_exclamation_mark_begins_a_command() {
        assertThat(split("!ls -l").magics())
                .containsExactly(new MagicLines.Found("!", "ls -l", false, 1, false));
    }
}
