package goloom.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportsTest {
    private final JShell shell = JShell.builder().executionEngine("local").build();

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void imports_declared_together_are_like_those_evaluated_one_by_one() {
        List<String> sources =
                List.of("import java.util.*;", "import static java.time.Duration.ofMillis;");
        Imports.declare(shell, sources);
        assertThat(shell.imports().map(ImportSnippet::source)).containsExactlyElementsOf(sources);
        assertThat(shell.eval("List.of(ofMillis(1500).toSeconds())").getFirst().value())
                .isEqualTo("[1]");
    }

    @Test
    void a_later_import_of_the_same_name_takes_the_place_of_one_declared_together() {
        Imports.declare(shell, List.of("import java.util.List;"));
        assertThat(shell.eval("import java.awt.List;").getFirst().status()).isEqualTo(Status.VALID);
        assertThat(shell.eval("List.class.getName()").getFirst().value())
                .isEqualTo("\"java.awt.List\"");
    }
}
