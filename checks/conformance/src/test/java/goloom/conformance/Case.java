package goloom.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One program in both languages: the folder `cases/<id>`.
///
/// - `main.go`, whose first line says what it shows
/// - `Main.java`, the same in Java
/// - `expect.txt`, what real Go gives
/// - `differs.txt`, only where Java gives something else: why, and what
record Case(String id, Path dir) {
    /// The folder of this module.
    static final Path BASE = Path.of(System.getProperty("basedir", "."));

    /// `-Dconformance.only=chan-.*` runs some of them.
    private static final String ONLY = System.getProperty("conformance.only", ".*");

    /// All cases, by id.
    static List<Case> all() {
        try (Stream<Path> dirs = Files.list(BASE.resolve("cases"))) {
            return dirs.filter(Files::isDirectory)
                    .map(d -> new Case(d.getFileName().toString(), d))
                    .filter(c -> c.id.matches(ONLY))
                    .sorted((a, b) -> a.id.compareTo(b.id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String title() {
        return goSource().lines().findFirst().orElseThrow().substring("// ".length());
    }

    String goSource() {
        return read("main.go");
    }

    String javaSource() {
        return read("Main.java");
    }

    /// The id as a name in Go and Java.
    String name() {
        return id.replace('-', '_');
    }

    Path expectFile() {
        return dir.resolve("expect.txt");
    }

    /// What Go gives.
    Expectation go() {
        return Expectation.read(expectFile());
    }

    /// What Java gives.
    Expectation java() {
        return differs() ? Expectation.read(dir.resolve("differs.txt")) : go();
    }

    boolean differs() {
        return Files.exists(dir.resolve("differs.txt"));
    }

    /// Neither compiler accepts it.
    boolean isCompileError() {
        return go().notes().contains("does not compile");
    }

    /// It uses what belongs to the process: the exit of the JVM or its stdin.
    boolean needsOwnJvm() {
        String s = javaSource();
        return s.contains("System.exit")
                || s.contains("System.in")
                || go().notes().contains("in a JVM of its own");
    }

    /// It measures real time or keeps a P busy: a virtual clock would change its meaning.
    boolean needsRealTime() {
        return go().notes().contains("real time");
    }

    /// It needs more than Go's standard library.
    boolean needsModules() {
        return goSource().contains("\"golang.org/");
    }

    @Override
    public String toString() {
        return id + ": " + title();
    }

    private String read(String file) {
        try {
            return Files.readString(dir.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
