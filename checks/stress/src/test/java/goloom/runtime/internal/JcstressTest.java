package goloom.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.JCStressTest;

/// Runs the jcstress tests of this module in JVMs of their own. The short mode, 200 ms for each,
/// took 40 s at load 8 on two CPUs; `-Dgoloom.stress=long` runs each for a second with every actor
/// compiled by each compiler. Everything that jcstress writes is in `target/jcstress`.
class JcstressTest {
    private static final boolean THOROUGH = "long".equals(System.getProperty("goloom.stress"));

    private static final int SHORT_MILLIS = 200;

    /// Tests have up to four actors, and jcstress leaves out those with more actors than CPUs. Of
    /// an operating system that it does not know it believes what the JVM says; on few CPUs its
    /// actors then let each other run.
    private static final List<String> FOUR_CPUS =
            List.of("-XX:ActiveProcessorCount=4", "-Dos.name=any");

    private static final String FLAGS =
            "--add-opens=java.base/java.lang=ALL-UNNAMED -Djdk.trackAllThreads=false"
                    + " -XX:+UseSerialGC";

    private static final Pattern RESULTS =
            Pattern.compile(
                    "Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, (\\d+) soft errs,"
                            + " (\\d+) hard errs");

    /// All in one run: jcstress itself takes seconds to start.
    @Test
    void queues_channels_semaphores_and_timers_show_no_forbidden_outcome() throws Exception {
        judge(List.of(RunqStress.class, ChanStress.class, SemaStress.class, TimerStress.class));
    }

    private static void judge(List<Class<?>> suites) throws Exception {
        String regex = suites.stream().map(Class::getSimpleName).collect(Collectors.joining("|"));
        List<String> output = run(regex);
        String all = String.join("\n", output);
        MatchResult last = RESULTS.matcher(all).results().reduce((_, b) -> b).orElse(null);
        assertThat(last).as("a line of results in%n%s", all).isNotNull();
        assertThat(List.of(last.group(3), last.group(4), last.group(5)))
                .as("failed tests, soft and hard errors in%n%s", failures(output))
                .containsOnly("0");
        long passed = Long.parseLong(last.group(2));
        assertThat(passed).isEqualTo(Long.parseLong(last.group(1)));
        assertThat(passed).isGreaterThanOrEqualTo(tests(suites));
    }

    private static long tests(List<Class<?>> suites) {
        return suites.stream()
                .flatMap(s -> Stream.of(s.getDeclaredClasses()))
                .filter(c -> c.isAnnotationPresent(JCStressTest.class))
                .count();
    }

    private static List<String> run(String tests) throws IOException, InterruptedException {
        Path dir = Path.of("target", "jcstress");
        Files.createDirectories(dir);
        File log = dir.resolve("output.txt").toFile();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FOUR_CPUS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("org.openjdk.jcstress.Main");
        command.addAll(List.of("-t", tests, "-m", THOROUGH ? "default" : "quick"));
        command.addAll(List.of("-time", String.valueOf(THOROUGH ? 1000 : SHORT_MILLIS)));
        command.addAll(List.of("-sc", String.valueOf(THOROUGH)));
        command.addAll(List.of("-c", "4", "-f", "1", "-iters", "1", "-spinStyle", "THREAD_YIELD"));
        command.addAll(List.of("-pth", "false")); // 256 MB each time take longer than the test
        command.addAll(List.of("-jvmArgs", FLAGS, "-r", "report"));
        Process p =
                new ProcessBuilder(command)
                        .directory(dir.toFile()) // where jcstress leaves its results
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        p.getOutputStream().close();
        p.waitFor(); // its code only repeats what the results say
        return Files.readAllLines(log.toPath());
    }

    /// The part of the report that shows tests with forbidden outcomes or errors.
    private static String failures(List<String> output) {
        int from = output.indexOf("RUN RESULTS:");
        return String.join("\n", output.subList(Math.max(from, 0), output.size()));
    }
}
