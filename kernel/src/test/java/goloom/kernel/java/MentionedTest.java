package goloom.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MentionedTest {
    private final JShell shell = JShell.builder().executionEngine("local").build();

    @AfterEach
    void close() {
        shell.close();
    }

    private List<String> seenBy(String cell) {
        List<Snippet> known = shell.snippets().toList();
        var others = new Mentioned().others(cell, known);
        return known.stream()
                .filter(s -> !others.contains(s))
                .map(s -> ((PersistentSnippet) s).name())
                .toList();
    }

    private void declare(String... sources) {
        for (String s : sources) {
            shell.eval(s);
        }
    }

    @Test
    void a_cell_sees_what_it_names_and_nothing_else() {
        declare("int a = 1;", "int b = 2;", "int f() { return 3; }", "int g() { return 4; }");
        assertThat(seenBy("a + g()")).containsExactly("a", "g");
    }

    @Test
    void a_declaration_brings_back_those_that_use_the_name_and_what_they_use() {
        declare("int a = 1;", "int b = 2;", "int f() { return a + b; }", "int g() { return f(); }");
        declare("int c = 5;", "int d = 6;");
        assertThat(seenBy("long a = 7;")).containsExactly("a", "b", "f", "g");
        assertThat(seenBy("long /* a new */ a /* one */ = 7;")).contains("f", "g");
        assertThat(seenBy("int[] b, a;")).contains("f", "g");
        assertThat(seenBy("class a extends Object {}")).contains("f", "g");
    }

    @Test
    void a_use_brings_nobody_back() {
        declare("int a = 1;", "int b = a;");
        assertThat(seenBy("a + 1")).containsExactly("a");
    }

    @Test
    void a_declaration_completes_one_that_waits_for_it() {
        declare("int f() { return later; }", "int a = 1;");
        assertThat(seenBy("int later = 2;")).containsExactly("f");
    }

    @Test
    void types_are_always_seen() {
        declare("record P(int x) {}", "P make() { return new P(1); }", "int a = 1;");
        assertThat(seenBy("var p = make();")).containsExactly("P", "make");
    }

    @Test
    void everything_is_seen_when_words_do_not_tell() {
        declare("int a = 1;");
        assertThat(seenBy("import java.awt.Point;")).containsExactly("a");
        assertThat(seenBy("\\u0061 + 1")).containsExactly("a");
    }
}
