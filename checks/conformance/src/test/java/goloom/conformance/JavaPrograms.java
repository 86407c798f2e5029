package goloom.conformance;

import goloom.conformance.Processes.Done;
import goloom.runtime.Clock;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// The Java side. `Main.java` is a compact source file; all are compiled at once, each to a class
/// with the name of its case.
final class JavaPrograms implements AutoCloseable {
    private static final long RUN_SECONDS = 200;

    private final Path classes;
    private final URLClassLoader loader;

    private JavaPrograms(Path classes) throws IOException {
        this.classes = classes;
        this.loader =
                new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, JavaPrograms.class.getClassLoader());
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Case c) {
            super(URI.create("string:///" + c.name() + ".java"), Kind.SOURCE);
            text = c.javaSource();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    static JavaPrograms compile(List<Case> cases) throws IOException {
        Path classes = Case.BASE.resolve("target").resolve("case-classes").toAbsolutePath();
        Files.createDirectories(classes);
        List<String> errors = compile(cases, classes);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("javac:\n" + String.join("\n", errors));
        }
        return new JavaPrograms(classes);
    }

    /// What the compiler says of a program that does not compile: the first error.
    static Result compileError(Case c) throws IOException {
        Path nowhere = Files.createTempDirectory("goloom-conformance");
        try {
            List<String> errors = compile(List.of(c), nowhere);
            return new Result(
                    errors.isEmpty() ? 0 : 1,
                    List.of(),
                    errors.isEmpty()
                            ? List.of()
                            : List.of(errors.getFirst().lines().findFirst().orElse("")),
                    List.of());
        } finally {
            try (var files = Files.list(nowhere)) {
                for (Path f : files.toList()) {
                    Files.delete(f);
                }
            }
            Files.delete(nowhere);
        }
    }

    private static List<String> compile(List<Case> cases, Path classes) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (var files = javac.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            javac.getTask(
                            null,
                            files,
                            found,
                            List.of("-d", classes.toString(), "-proc:none", "-XDuseUnsharedTable"),
                            null,
                            cases.stream().map(Source::new).toList())
                    .call();
        }
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> d : found.getDiagnostics()) {
            if (d.getKind() == Diagnostic.Kind.ERROR) {
                JavaFileObject in = d.getSource();
                String at = cases.size() == 1 || in == null ? "" : in.getName() + ":";
                errors.add(
                        (at.isEmpty() ? "" : at + d.getLineNumber() + ": ")
                                + d.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }

    /// Runs it in this JVM. A program that hangs is ended, and this throws what the scheduler
    /// knows.
    Result run(Case c, int procs, Clock clock) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
        Outcome outcome;
        try (GoRuntime runtime =
                        GoRuntime.builder().procs(procs).clock(clock).stdout(stdout).build();
                Watchdog dog = new Watchdog(runtime, RUN_SECONDS, TimeUnit.SECONDS)) {
            outcome = runtime.run(Launch.body(Class.forName(c.name(), true, loader), runtime));
            dog.check();
        }
        return Result.of(
                outcome.exitCode(), out.toString(StandardCharsets.UTF_8), outcome.report());
    }

    /// Runs it in a JVM of its own, by Go.main.
    Result runInOwnJvm(Case c, int procs) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--add-opens",
                        "java.base/java.lang=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        classes + File.pathSeparator + System.getProperty("java.class.path"),
                        Launch.class.getName(),
                        c.name()));
        Done d = Processes.run(command, Case.BASE, Map.of("GOMAXPROCS", "" + procs), RUN_SECONDS);
        return Result.of(d.exit(), d.out(), d.err());
    }
}
