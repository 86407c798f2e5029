package goloom.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Real Go still gives what is recorded. Without Go, and for programs whose modules cannot be had,
/// these tests are skipped.
///
/// `-Dconformance.record=20` runs each program so often with 1, 2 and 4 Ps and writes what it gave
/// to `expect.txt`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GoTest {
    private static final int[] PROCS = {1, 2, 4};
    private static final int ATTEMPTS = 10;
    private static final int RECORD = Integer.getInteger("conformance.record", 0);

    private final ExecutorService some = Executors.newFixedThreadPool(4);
    private final Map<String, GoPrograms> binaries = new HashMap<>();
    private final Map<String, String> missing = new HashMap<>();
    private final Map<Case, CompletableFuture<List<Result>>> runs = new HashMap<>();

    @BeforeAll
    void run() throws IOException {
        if (GoPrograms.MISSING.isPresent()) {
            return;
        }
        List<Case> cases = Case.all();
        build("core", cases.stream().filter(c -> !c.isCompileError() && !c.needsModules()));
        build("modules", cases.stream().filter(Case::needsModules));
        GoPrograms.compile(cases.stream().filter(Case::isCompileError).toList())
                .forEach((c, r) -> runs.put(c, CompletableFuture.completedFuture(List.of(r))));
        for (Case c : cases) {
            GoPrograms binary = binaries.get(c.needsModules() ? "modules" : "core");
            if (!c.isCompileError() && binary != null) {
                runs.put(c, CompletableFuture.supplyAsync(() -> runs(binary, c), some));
            }
        }
    }

    private void build(String name, Stream<Case> cases) throws IOException {
        try {
            binaries.put(name, GoPrograms.build(name, cases.toList()));
        } catch (IllegalStateException e) {
            if (name.equals("core")) {
                throw e;
            }
            missing.put(name, String.valueOf(e.getMessage()));
        }
    }

    private static List<Result> runs(GoPrograms go, Case c) {
        List<Result> results = new ArrayList<>();
        Expectation want = c.go();
        for (int procs : PROCS) {
            for (int i = 0; i < RECORD; i++) {
                results.add(go.run(c, procs));
            }
            if (RECORD == 0) {
                // Its sleeps are guesses, which a busy machine may break.
                Result r = go.run(c, procs);
                for (int i = 1; i < ATTEMPTS && !want.allows(r); i++) {
                    r = go.run(c, procs);
                }
                results.add(r);
            }
        }
        return results;
    }

    @AfterAll
    void close() {
        some.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> go_gives_what_is_recorded() {
        return Case.all().stream().map(c -> DynamicTest.dynamicTest(c.toString(), () -> check(c)));
    }

    private void check(Case c) throws IOException {
        Assumptions.assumeTrue(GoPrograms.MISSING.isEmpty(), () -> GoPrograms.MISSING.orElse(""));
        Assumptions.assumeTrue(
                !c.needsModules() || !missing.containsKey("modules"), () -> "" + missing);
        List<Result> results = Objects.requireNonNull(runs.get(c)).join();
        Expectation recorded = c.go();
        if (RECORD > 0) {
            recorded.recorded(results).write(c.expectFile());
            return;
        }
        for (Result r : results) {
            assertThat(recorded.allows(r))
                    .as("%s. Recorded is%n%sgot%n%s", c, recorded.text(), r.text())
                    .isTrue();
        }
    }
}
