package goloom.kernel.java;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jdk.jshell.JShell;

/*
 * What every cell has imported from the start: what JShell imports, Go, and what shows things.
 *
 * JShell would compile each import by itself, 20 times some 10 ms before the first cell. Here all of them go
 * together through what JShell does with a declaration and those that depend on it. It takes imports for equal
 * there and looks at one only: that the others exist is seen when the first cell compiles. Touched (see
 * ShellInternals):
 *
 *   JShell.eval   sourceToSnippets, compileAndLoad
 *   Unit          made for each snippet that is to be compiled
 */
final class Imports {
    static final List<String> ALL =
            List.of(
                    "import java.io.*;",
                    "import java.math.*;",
                    "import java.net.*;",
                    "import java.nio.file.*;",
                    "import java.util.*;",
                    "import java.util.concurrent.*;",
                    "import java.util.concurrent.atomic.*;",
                    "import java.util.function.*;",
                    "import java.util.regex.*;",
                    "import java.util.stream.*;",
                    "import java.time.Duration;",
                    "import static java.time.Duration.ofNanos;",
                    "import static java.time.Duration.ofMillis;",
                    "import static java.time.Duration.ofSeconds;",
                    "import static java.time.Duration.ofMinutes;",
                    "import static java.time.Duration.ofHours;",
                    "import static java.time.Duration.ofDays;",
                    "import goloom.runtime.*;",
                    "import static goloom.runtime.Go.*;",
                    "import static goloom.kernel.display.Display.*;");

    private Imports() {}

    /// Makes `sources`, which name what is there, the imports of all cells to come.
    static void declare(JShell shell, List<String> sources) {
        Object eval = ShellInternals.get(shell, "eval");
        Set<Object> units = new LinkedHashSet<>();
        for (String source : sources) {
            for (Object snippet : (List<?>) called(eval, "sourceToSnippets", source)) {
                Object noErrors = ShellInternals.make("jdk.jshell.DiagList");
                units.add(ShellInternals.make("jdk.jshell.Unit", shell, snippet, null, noErrors));
            }
        }
        called(eval, "compileAndLoad", units);
    }

    private static Object called(Object owner, String method, Object... arguments) {
        return Objects.requireNonNull(ShellInternals.call(owner, method, arguments), method);
    }
}
