package goloom.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long a scenario is repeated before its repetitions count, and how long then.
///
/// The peer in Go measures in the same way.
public record Measure(Duration warm, Duration measured) {
    /// Does one repetition.
    @FunctionalInterface
    public interface Repetition {
        void run() throws Exception;
    }

    /// Does one repetition and gives what it took: nanoseconds.
    @FunctionalInterface
    public interface Timed {
        long run() throws Exception;
    }

    /// Repeats what measures itself.
    ///
    /// @param unit the nanoseconds of one unit of the results
    public Samples repeat(double unit, Timed repetition) throws Exception {
        double first = repetition.run() / unit;
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < warm.toNanos()) {
            repetition.run();
        }
        List<Double> all = new ArrayList<>();
        begin = System.nanoTime();
        while (all.isEmpty() || System.nanoTime() - begin < measured.toNanos()) {
            all.add(repetition.run() / unit);
        }
        return new Samples(first, all);
    }

    /// Times repetitions of so many operations.
    public Samples time(int ops, Repetition repetition) throws Exception {
        return repeat(ops, () -> timed(repetition));
    }

    /// What one repetition takes: nanoseconds.
    public static long timed(Repetition repetition) throws Exception {
        long begin = System.nanoTime();
        repetition.run();
        return System.nanoTime() - begin;
    }
}
