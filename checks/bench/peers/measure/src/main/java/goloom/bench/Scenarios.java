package goloom.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// The scenarios of one peer, by name, and its command line: `SCENARIO PROCS WARM_MS MEASURED_MS`.
public final class Scenarios {
    /// Measures and prints one scenario.
    @FunctionalInterface
    public interface Scenario {
        void run(Measure measure, int procs) throws Exception;
    }

    private final Map<String, Scenario> all = new TreeMap<>();

    /// A scenario whose repetitions are timed: nanoseconds per operation.
    ///
    /// @param ops the operations of a repetition
    public Scenarios add(String name, int ops, Measure.Repetition repetition) {
        return add(name, (m, _) -> m.time(ops, repetition).print(name, "ns"));
    }

    /// A scenario whose repetitions are timed: milliseconds.
    public Scenarios addLong(String name, Measure.Repetition repetition) {
        return add(name, (m, _) -> m.time(1_000_000, repetition).print(name, "ms"));
    }

    /// A scenario that measures in its own way.
    public Scenarios add(String name, Scenario scenario) {
        all.put(name, scenario);
        return this;
    }

    /// Runs the scenario that the command line names.
    public void main(String[] args) throws Exception {
        if (args.length != 4 || !all.containsKey(args[0])) {
            System.err.println(
                    "usage: SCENARIO PROCS WARM_MS MEASURED_MS; got "
                            + String.join(" ", args)
                            + "; scenarios: "
                            + String.join(" ", all.keySet()));
            System.exit(2);
        }
        Measure m = new Measure(millis(args[2]), millis(args[3]));
        all.get(args[0]).run(m, Integer.parseInt(args[1]));
        System.exit(0); // whatever still waits
    }

    /// The same in a virtual thread.
    public void mainInVirtualThread(String[] args) throws Exception {
        VirtualThreads.start(() -> main(args)).join();
    }

    private static Duration millis(String s) {
        return Duration.ofMillis(Long.parseLong(s));
    }
}
