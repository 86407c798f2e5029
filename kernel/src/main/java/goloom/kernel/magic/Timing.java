package goloom.kernel.magic;

/// How a piece of code is timed.
public sealed interface Timing {
    /// It runs once.
    record Once() implements Timing {}

    /// It runs again and again, and the mean is told.
    ///
    /// @param loops how often in one run; 0: as often as makes a run long enough
    /// @param runs how many runs
    record Repeated(int loops, int runs) implements Timing {}
}
