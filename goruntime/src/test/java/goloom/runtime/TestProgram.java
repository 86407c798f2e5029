package goloom.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs a main function in a runtime of its own. One that hangs is ended after a while, and the
/// test fails with what the scheduler says then.
public final class TestProgram {
    private static final long SECONDS = 200;

    private final GoRuntime.Builder options = GoRuntime.builder().procs(2);

    private TestProgram() {}

    /// What a test runs.
    @FunctionalInterface
    public interface Main {
        void run(GoRuntime runtime) throws Exception;
    }

    /// What came of it.
    public record Ran(Outcome outcome, String out) {
        /// It returned from main.
        public Ran ok() {
            if (outcome instanceof Outcome.Panicked p) {
                throw new AssertionError(p.report(), p.cause());
            }
            assertThat(outcome.report()).isEmpty();
            assertThat(outcome).isInstanceOf(Outcome.Returned.class);
            return this;
        }

        /// The report up to the first empty line.
        public String headline() {
            return outcome.report()
                    .lines()
                    .takeWhile(l -> !l.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
    }

    /// With 2 Ps on the machine's clock.
    public static Ran run(Main main) {
        return new TestProgram().runs(main);
    }

    public static TestProgram procs(int n) {
        TestProgram p = new TestProgram();
        p.options.procs(n);
        return p;
    }

    /// On a virtual clock.
    public static TestProgram virtual() {
        return new TestProgram().clock(Clock.virtual());
    }

    public TestProgram clock(Clock clock) {
        options.clock(clock);
        return this;
    }

    public TestProgram policy(SchedulePolicy policy) {
        options.policy(policy);
        return this;
    }

    public Ran runs(Main main) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        options.stdout(new PrintStream(out, true, StandardCharsets.UTF_8));
        Outcome outcome;
        try (GoRuntime runtime = options.build();
                Watchdog dog = new Watchdog(runtime)) {
            outcome = runtime.run(() -> main.run(runtime));
            dog.check();
        }
        return new Ran(outcome, out.toString(StandardCharsets.UTF_8));
    }

    /// Ends a runtime that has not come to an end in time, and keeps what its scheduler said then.
    static final class Watchdog implements AutoCloseable {
        private final GoRuntime runtime;
        private final Thread thread;
        private volatile @Nullable String hung;

        Watchdog(GoRuntime runtime) {
            this.runtime = runtime;
            this.thread = Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
        }

        private void watch() {
            try {
                TimeUnit.SECONDS.sleep(SECONDS);
            } catch (InterruptedException e) {
                return; // it has come to its end
            }
            hung = runtime.state(); // first: the rest may hang too
            CompletableFuture<String> stacks =
                    CompletableFuture.supplyAsync(() ->
                            runtime.goroutines().stream()
                                    .map(GoroutineDump::text)
                                    .collect(Collectors.joining("\n\n", "\n\n", "")));
            hung += stacks.completeOnTimeout("\n\n(no stacks)", 20, TimeUnit.SECONDS).join();
            runtime.interrupt(_ -> true);
            runtime.close();
        }

        void check() {
            if (hung != null) {
                throw new AssertionError("hangs; the scheduler says:\n" + hung);
            }
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
