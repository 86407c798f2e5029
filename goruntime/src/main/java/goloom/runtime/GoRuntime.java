package goloom.runtime;

import goloom.runtime.internal.Dumps;
import goloom.runtime.internal.Jvm;
import goloom.runtime.internal.Leaks;
import goloom.runtime.internal.PlainThreads;
import goloom.runtime.internal.Sched;
import goloom.runtime.internal.Schedtrace;
import goloom.trace.Ending;
import goloom.trace.Trace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A runtime: Ps and threads on which goroutines run. Two of them in one JVM know nothing of each
/// other.
///
/// ```java
/// try (var runtime = GoRuntime.builder().procs(2).build()) {
///     Outcome outcome = runtime.run(() -> { ... });
/// }
/// ```
///
/// Programs that need no more than `func main` use [Go#main].
public final class GoRuntime implements AutoCloseable {
    /// The largest number of Ps.
    public static final int MOST_PROCS = 256;

    private static final long MOST_EVENTS = 1_000_000;

    private final Sched sched;
    private final boolean endsWithMain;
    private final List<String> units;
    private volatile @Nullable Outcome last;

    private GoRuntime(Builder b) {
        sched = new Sched(b.clock, b.policy);
        endsWithMain = b.endsWithMain;
        units = b.units;
        sched.program().configure(b.endsWithMain, b.onEnd);
        if (b.outsideThreads) {
            sched.program().assumeOutsideThreads();
        }
        sched.setPreempts(b.preempts);
        sched.program().setStdout(b.stdout);
        sched.start(b.procs);
    }

    /// Options of a runtime.
    public static final class Builder {
        private int procs = defaultProcs();
        private Clock clock = Clock.system();
        private SchedulePolicy policy = SchedulePolicy.random();
        private boolean endsWithMain = true;
        private boolean outsideThreads;
        private boolean preempts = true;
        private @Nullable PrintStream stdout;
        private List<String> units = List.of();
        private Consumer<Outcome> onEnd = _ -> {};

        private Builder() {}

        private static int defaultProcs() {
            try {
                int n =
                        Integer.parseInt(
                                Objects.requireNonNullElse(System.getenv("GOMAXPROCS"), ""));
                if (n > 0) {
                    return Math.min(n, MOST_PROCS);
                }
            } catch (NumberFormatException e) {
                // Not set, or no number: as Go does, the number of CPUs.
            }
            return Math.min(Runtime.getRuntime().availableProcessors(), MOST_PROCS);
        }

        /// GOMAXPROCS: 1 to 256. The default is that of the environment variable `GOMAXPROCS`, else
        /// the number of CPUs.
        public Builder procs(int n) {
            if (n < 1 || n > MOST_PROCS) {
                throw new IllegalArgumentException(
                        "procs: want a number from 1 to " + MOST_PROCS + ", got " + n);
            }
            procs = n;
            return this;
        }

        /// The clock; the default is the machine's.
        public Builder clock(Clock c) {
            clock = c;
            return this;
        }

        /// Who makes the choices; the default is random, as in Go.
        public Builder policy(SchedulePolicy p) {
            policy = p;
            return this;
        }

        /// False: a session. [GoRuntime#run] may be called again and again, and goroutines live on
        /// after main has returned. The default is a program, whose goroutines end with main.
        public Builder endsWithMain(boolean program) {
            endsWithMain = program;
            return this;
        }

        /// Threads that are no goroutines use the channels: never report a deadlock.
        public Builder outsideThreads(boolean expected) {
            outsideThreads = expected;
            return this;
        }

        /// Asynchronous preemption, as in Go since 1.14; the default is true.
        public Builder preempts(boolean on) {
            preempts = on;
            return this;
        }

        /// Where the `print` family of this runtime's goroutines writes; the default is what
        /// `System.out` is at that moment.
        public Builder stdout(PrintStream out) {
            stdout = out;
            return this;
        }

        /// Names of the units of [goloom.trace.Site]; notebooks have none.
        public Builder units(List<String> names) {
            units = List.copyOf(names);
            return this;
        }

        /// Told when the runtime ends while no main function runs: a panic in a goroutine of a
        /// session.
        public Builder onEnd(Consumer<Outcome> listener) {
            onEnd = listener;
            return this;
        }

        /// Makes the runtime and starts its first thread.
        ///
        /// @throws UnsupportedOperationException if this JVM does not allow it; the message says
        ///   which flag is missing
        public GoRuntime build() {
            Jvm.require();
            return new GoRuntime(this);
        }
    }

    /// Options for a new runtime.
    public static Builder builder() {
        return new Builder();
    }

    Sched sched() {
        return sched;
    }

    /// Runs `main` as goroutine 1 and waits for its end. One at a time. Interrupting the calling
    /// thread interrupts all goroutines.
    ///
    /// @throws IllegalStateException if the runtime has ended or a main function runs already
    public Outcome run(GoBody main) {
        last = null;
        Outcome outcome = sched.program().run(main);
        last = outcome;
        return outcome;
    }

    /// True when the runtime has ended: by the end of its main, a panic, a fatal error or [#close].
    public boolean hasEnded() {
        return sched.program().isOver();
    }

    /// Ends goroutines: those whose thread `which` accepts. Their `finally` blocks run, deferred
    /// calls do not. If main is among them, [#run] returns [Outcome.Interrupted].
    ///
    /// @return those that have not ended after 80 ms: they are in native code or in a loop of a
    ///   library
    public List<GoroutineDump> interrupt(Predicate<Thread> which) {
        return sched.program().interrupt(which);
    }

    /// Ends platform threads that goroutines or others have started: interrupts them, and ends
    /// those that run woven code at their next poll. Returns at once; goes on asking for five
    /// seconds.
    public static void interruptThreads(Predicate<Thread> which) {
        PlainThreads.end(which);
    }

    /// Ends the whole program with an exit code, as os.Exit does. Does not return to a goroutine of
    /// it.
    public void exit(int code) {
        sched.program().exit(code);
    }

    /// GOMAXPROCS.
    public int procs() {
        return sched.gomaxprocs();
    }

    /// Sets GOMAXPROCS, 1 to 256, also while goroutines run.
    public void procs(int n) {
        if (n < 1 || n > MOST_PROCS) {
            throw new IllegalArgumentException(
                    "procs: want a number from 1 to " + MOST_PROCS + ", got " + n);
        }
        sched.setGomaxprocs(n);
    }

    /// Switches asynchronous preemption.
    public void preempts(boolean on) {
        sched.setPreempts(on);
    }

    /// The number of goroutines that exist.
    public int numGoroutine() {
        return sched.numGoroutine();
    }

    /// The number of OS threads that this runtime has: they are made when needed and kept.
    public int threads() {
        return sched.threads();
    }

    /// All goroutines with their stacks, main first. Those that run go on running.
    public List<GoroutineDump> goroutines() {
        return Dumps.all(sched);
    }

    /// Goroutines that wait for something that nobody can reach any more, so for ever: all that
    /// have been found so far. They are collected and never run again, but, as in Go, they are
    /// still counted and listed, as `(leaked)`. Needs `-Djdk.trackAllThreads=false`, without which
    /// the JDK keeps every virtual thread alive, and nothing is found. Takes as long as a full
    /// garbage collection.
    public List<GoroutineDump> leaks() {
        return Leaks.find(sched);
    }

    /// No longer counts and lists the goroutines that were found leaked; gives how many they were.
    public int forgetLeaks() {
        return Leaks.forget(sched);
    }

    /// The state of the scheduler in words: what each M and P does.
    public String state() {
        return sched.state();
    }

    /// Waits until no goroutine runs or is runnable: each waits, is in a blocking call or has
    /// ended.
    ///
    /// @return false if that has not come about after `limit`
    public boolean awaitIdle(Duration limit) {
        return Schedtrace.awaitIdle(sched, limit.toNanos());
    }

    /// Waits until no goroutine whose thread `which` accepts runs or is runnable.
    ///
    /// @return false if that has not come about after `limit`
    public boolean awaitIdle(Duration limit, Predicate<Thread> which) {
        return Schedtrace.awaitIdle(sched, limit.toNanos(), which);
    }

    /// Waits until exactly `n` goroutines wait in operations of the runtime. For tests, instead of
    /// a sleep.
    ///
    /// @throws IllegalStateException if that has not come about after ten seconds
    public void awaitParked(int n) {
        Schedtrace.awaitParked(sched, n);
    }

    /// Starts a trace of at most a million events. It costs little, and nothing when none is taken.
    public void startTrace() {
        startTrace(MOST_EVENTS);
    }

    /// Starts a trace. It costs little, and nothing when none is taken.
    ///
    /// @param mostEvents what comes after so many events is only counted
    public void startTrace(long mostEvents) {
        sched.startTrace(mostEvents, true, this::holds);
    }

    /// Starts a trace without the values that are sent on channels.
    public void startTraceWithoutValues(long mostEvents) {
        sched.startTrace(mostEvents, false, this::holds);
    }

    private boolean holds(Thread t) {
        return t.getContextClassLoader() instanceof RuntimeScope s && s.runtime() == this;
    }

    /// Ends the trace and gives it, with how the last [#run] ended.
    public Trace stopTrace() {
        Outcome o = last;
        return stopTrace(o == null ? new Ending(Ending.Kind.RUNNING, "") : ending(o));
    }

    /// Ends the trace and gives it.
    public Trace stopTrace(Ending ending) {
        return sched.stopTrace(ending, endsWithMain, units);
    }

    /// What the trace that is being taken has recorded so far, while the program goes on; null if
    /// none is taken.
    ///
    /// @param most the number of events; those that come later are only counted
    public @Nullable Trace snapshotTrace(int most) {
        return sched.snapshotTrace(most, endsWithMain, units);
    }

    /// How an outcome is told in a trace.
    public static Ending ending(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Returned r -> Ending.returned();
            case Outcome.Exited e -> new Ending(Ending.Kind.EXIT, "exit status " + e.code());
            case Outcome.Panicked p -> new Ending(Ending.Kind.PANIC, p.headline());
            case Outcome.Fatal f ->
                    new Ending(
                            f.deadlock() ? Ending.Kind.DEADLOCK : Ending.Kind.FATAL,
                            "fatal error: " + f.text());
            case Outcome.Interrupted i -> new Ending(Ending.Kind.INTERRUPTED, "interrupted");
        };
    }

    /// Runs something that waits for the world outside the program, such as the user's input: as
    /// long as it runs, its goroutine is not asleep, and no deadlock is reported.
    public static <T extends @Nullable Object> T external(Callable<T> wait) throws Exception {
        return goloom.runtime.internal.Running.external(wait);
    }

    /// Ends all goroutines and threads.
    @Override
    public void close() {
        sched.program().teardown();
    }
}
