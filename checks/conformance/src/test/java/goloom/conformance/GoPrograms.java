package goloom.conformance;

import goloom.conformance.Processes.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Go side. All programs are built into one binary, because linking takes longer than they run:
/// each `package main` becomes a package of its own, whose Main the binary calls by name. Programs
/// that need more than the standard library are in a second binary.
final class GoPrograms {
    private static final Pattern VERSION = Pattern.compile("go1\\.(\\d+).*");
    private static final int OLDEST = 26;
    private static final Path DIR = Case.BASE.resolve("target").resolve("go").toAbsolutePath();
    private static final long BUILD_SECONDS = 1_800;
    private static final long RUN_SECONDS = 600;

    /// Without cgo: with it Go does not look for deadlocks.
    private static final Map<String, String> ENV =
            Map.of("GOFLAGS", "", "GOTOOLCHAIN", "local", "CGO_ENABLED", "0");

    /// Why there is no Go; empty: there is.
    static final Optional<String> MISSING = missing();

    private final Path binary;

    private GoPrograms(Path binary) {
        this.binary = binary;
    }

    private static Optional<String> missing() {
        String version;
        try {
            version = go(Path.of("."), "env", "GOVERSION").out.strip();
        } catch (RuntimeException e) {
            return Optional.of("no go on the PATH");
        }
        Matcher m = VERSION.matcher(version);
        return m.matches() && Integer.parseInt(m.group(1)) >= OLDEST
                ? Optional.empty()
                : Optional.of("want go1." + OLDEST + " or newer, got " + version);
    }

    private record Built(int exit, String out, String err) {}

    private static Built go(Path dir, String... args) {
        List<String> command = new ArrayList<>(List.of("go"));
        command.addAll(List.of(args));
        Done d = Processes.run(command, dir, ENV, BUILD_SECONDS);
        return new Built(d.exit(), d.out(), d.err());
    }

    /// Builds the binary of these cases.
    ///
    /// @throws IllegalStateException with what go says, if it cannot be built
    static GoPrograms build(String name, List<Case> cases) throws IOException {
        Path module = DIR.resolve(name);
        Files.createDirectories(module);
        copy("go.mod", module);
        copy("go.sum", module);
        StringBuilder imports = new StringBuilder();
        StringBuilder table = new StringBuilder();
        for (Case c : cases) {
            String source =
                    c.goSource()
                            .replaceFirst("(?m)^package main$", "package " + c.name())
                            .replaceFirst("(?m)^func main\\(\\)", "func Main()");
            write(module.resolve(c.name()).resolve("main.go"), source);
            imports.append("\t\"conformance/").append(c.name()).append("\"\n");
            table.append("\t\"%s\": %s.Main,\n".formatted(c.id(), c.name()));
        }
        write(
                module.resolve("main.go"),
                """
                package main

                import (
                \t"os"
                %s)

                var programs = map[string]func(){
                %s}

                func main() { programs[os.Args[1]]() }
                """
                        .formatted(imports, table));
        Path binary = module.resolve("conformance.bin");
        Built b = go(module, "build", "-o", binary.toString(), ".");
        if (b.exit != 0) {
            throw new IllegalStateException("go build: " + b.err);
        }
        return new GoPrograms(binary);
    }

    /// Runs one program.
    Result run(Case c, int procs) {
        Done d =
                Processes.run(
                        List.of(binary.toString(), c.id()),
                        DIR,
                        Map.of("GOMAXPROCS", "" + procs, "GOTRACEBACK", "single"),
                        RUN_SECONDS);
        String inMain = Pattern.quote(c.name() + ".");
        return Result.of(
                d.exit(), d.out().replaceAll(inMain, "main."), d.err().replaceAll(inMain, "main."));
    }

    /// What the compiler says of programs that do not compile: the first error of each.
    static Map<Case, Result> compile(List<Case> cases) throws IOException {
        Map<Case, Result> results = new HashMap<>();
        for (Case c : cases) {
            Path module = DIR.resolve("broken").resolve(c.name());
            Files.createDirectories(module);
            copy("go.mod", module);
            write(module.resolve("main.go"), c.goSource().replaceFirst("//go:build .*", ""));
            Built b = go(module, "build", "-o", "none.bin", ".");
            String message =
                    b.err.lines()
                            .filter(l -> l.matches("(\\./)?main\\.go:.*"))
                            .map(l -> l.replaceFirst("^(\\./)?main\\.go:\\d+:\\d+: ", ""))
                            .map(l -> l.replaceFirst("^syntax error: ", ""))
                            .findFirst()
                            .orElse(b.err);
            results.put(c, new Result(b.exit, List.of(), List.of(message), List.of()));
        }
        return results;
    }

    private static void copy(String file, Path to) throws IOException {
        write(to.resolve(file), Files.readString(Case.BASE.resolve(file)));
    }

    /// Writes a file unless it is like that already, so that go can use what it has built before.
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
