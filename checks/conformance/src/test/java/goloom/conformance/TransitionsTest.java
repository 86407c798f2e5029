package goloom.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import goloom.conformance.Processes.Done;
import goloom.runtime.GoBody;
import goloom.runtime.GoRuntime;
import goloom.runtime.Outcome;
import goloom.trace.GoState;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On one P, each goroutine makes the transitions that it makes in Go, as often and for the same
/// reasons, as Go's own execution trace tells. What a busy machine adds, a time slice that was
/// over, is run again on both sides.
final class TransitionsTest {
    private static final Path TOOL = Case.BASE.resolve("transitions");
    private static final Path BINARY =
            Case.BASE.resolve("target").resolve("transitions").toAbsolutePath();
    private static final int RUNS = 3;
    private static final long MOST_SECONDS = 1_800;
    private static final int TRIES = 20;
    private static final String PREEMPTED = "preempted";
    private static final Map<String, String> ENV =
            Map.of("GOFLAGS", "-mod=readonly", "GOTOOLCHAIN", "local", "CGO_ENABLED", "0");

    /// Why there is nothing to compare with; "": there is.
    private static String missing = "";

    @BeforeAll
    static void build() {
        if (GoPrograms.MISSING.isPresent()) {
            missing = GoPrograms.MISSING.get();
            return;
        }
        if (run(List.of("go", "mod", "download")).exit() != 0) {
            missing = "golang.org/x/exp is neither in the module cache nor to be had";
            return;
        }
        Done d = run(List.of("go", "build", "-o", BINARY.toString(), "."));
        assertThat(d.exit()).as(d.err()).isZero();
    }

    private static Done run(List<String> command) {
        return Processes.run(command, TOOL, ENV, MOST_SECONDS);
    }

    static Stream<String> programs() {
        return TransitionPrograms.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void goroutines_make_the_transitions_that_they_make_in_go(String name) {
        assumeThat(missing).isEmpty();
        GoBody body = Objects.requireNonNull(TransitionPrograms.ALL.get(name));
        for (int i = 0; i < RUNS; i++) {
            assertThat(unpreempted(() -> inJava(body)))
                    .isEqualTo(unpreempted(() -> inGo(name)))
                    .hasSizeGreaterThan(3);
        }
    }

    private interface Run {
        List<String> lines();
    }

    private static List<String> unpreempted(Run run) {
        for (int i = 0; i < TRIES; i++) {
            List<String> lines = run.lines();
            if (lines.stream().noneMatch(l -> l.endsWith(PREEMPTED))) {
                return lines;
            }
        }
        throw new IllegalStateException("each of " + TRIES + " runs was preempted");
    }

    private static List<String> inGo(String name) {
        Done d = run(List.of(BINARY.toString(), name));
        assertThat(d.exit()).as(d.err()).isZero();
        List<String> lines = d.out().lines().map(String::strip).toList();
        assertThat(lines.getFirst()).isEqualTo("= " + name);
        return lines.subList(1, lines.size()).stream().sorted().toList();
    }

    private static List<String> inJava(GoBody body) {
        try (GoRuntime runtime = GoRuntime.builder().procs(1).build()) {
            runtime.startTrace();
            Outcome o = runtime.run(body);
            assertThat(o).isInstanceOf(Outcome.Returned.class);
            return transitions(runtime.stopTrace());
        }
    }

    /// As transitions/main.go writes them: main is seen between its begin and its end.
    private static List<String> transitions(Trace t) {
        Map<Integer, String> names = new HashMap<>(Map.of(1, "main"));
        Map<Integer, GoState> states = new HashMap<>();
        Map<String, Integer> count = new TreeMap<>();
        boolean begun = false;
        for (int i = 0; i < t.size(); i++) {
            GoState to =
                    switch (t.kind(i)) {
                        case GO_CREATE, GO_UNBLOCK, GO_STOP -> GoState.RUNNABLE;
                        case GO_START -> GoState.RUNNING;
                        case GO_BLOCK -> GoState.WAITING;
                        case GO_END -> GoState.NOT_EXIST;
                        default -> null;
                    };
            if (to == null) {
                continue;
            }
            int id =
                    switch (t.kind(i)) {
                        case GO_CREATE, GO_UNBLOCK -> t.target(i);
                        default -> t.goroutine(i);
                    };
            GoState from = states.getOrDefault(id, GoState.NOT_EXIST);
            states.put(id, to);
            if (id == 1 && to == GoState.NOT_EXIST) {
                break;
            }
            if (begun) {
                String who = names.computeIfAbsent(id, _ -> "g" + names.size());
                String why = t.reason(i) == WaitReason.NONE ? "" : " " + t.reason(i).word();
                count.merge(who + " " + word(from) + "->" + word(to) + why, 1, Integer::sum);
            }
            begun = begun || id == 1 && to == GoState.RUNNING;
        }
        List<String> lines = new ArrayList<>();
        count.forEach((what, n) -> lines.add(n + " " + what));
        return lines.stream().sorted().collect(Collectors.toList());
    }

    /// Go's word, as its trace writes it.
    private static String word(GoState s) {
        return switch (s) {
            case NOT_EXIST -> "NotExist";
            case RUNNABLE -> "Runnable";
            case RUNNING -> "Running";
            case WAITING -> "Waiting";
            case SYSCALL -> "Syscall";
        };
    }
}
