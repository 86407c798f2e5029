package goloom.runtime;

import static goloom.runtime.Go.chan;
import static goloom.runtime.Go.go;
import static goloom.runtime.Go.panic;
import static goloom.runtime.Go.println;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.trace.Ending;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The runtime as a plain library, in a JVM of its own.
class LibraryTest {
    /// What the JVM is to run.
    static final class Program {
        public static void main(String[] args) {
            Go.main(() -> {
                var ch = chan(String.class);
                go(() -> ch.send("through a channel"));
                println(ch.recv());
                if (args.length > 0) {
                    throw panic(args[0]);
                }
            });
        }
    }

    private record Ran(int code, String out, String err) {}

    private static Ran java(List<String> flags, String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Program.class.getName());
        command.addAll(List.of(args));
        Process p = new ProcessBuilder(command).start();
        p.getOutputStream().close();
        return new Ran(p.waitFor(), text(p.getInputStream()), text(p.getErrorStream()));
    }

    private static String text(java.io.InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static final List<String> OPEN =
            List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED");

    @Test
    void main_runs_a_program_and_ends_with_0() throws Exception {
        assertThat(java(OPEN)).isEqualTo(new Ran(0, "through a channel\n", ""));
    }

    @Test
    void panic_ends_the_process_with_2_and_the_report_of_go() throws Exception {
        Ran ran = java(OPEN, "boom");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("panic: boom\n\ngoroutine 1 [running]:\n");
    }

    @Test
    void a_missing_flag_is_named_in_one_line() throws Exception {
        Ran ran = java(List.of());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .contains("start it with --add-opens java.base/java.lang=ALL-UNNAMED");
    }

    @Test
    void a_trace_says_how_its_run_ended() {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.startTrace();
            runtime.run(() -> {
                throw panic("boom");
            });
            assertThat(runtime.stopTrace().ending())
                    .isEqualTo(new Ending(Ending.Kind.PANIC, "panic: boom"));
        }
    }

    @Test
    void a_trace_of_a_runtime_that_goes_on_says_so() {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.startTrace();
            assertThat(runtime.stopTrace().ending().kind()).isEqualTo(Ending.Kind.RUNNING);
        }
    }
}
