package goloom.kernel.java;

import goloom.kernel.magic.Timing;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/// Tells how long code takes: once, for `%time`; or many times, for `%timeit`.
final class Stopwatch {
    private static final long WARM_UP_NANOS = 300_000_000;
    private static final long RUN_NANOS = 100_000_000;
    private static final int MOST_LOOPS = 1_000_000_000;

    /// What is timed.
    @FunctionalInterface
    interface Code {
        void run() throws Exception;
    }

    private final BooleanSupplier stopped;

    /// @param stopped whether to give up
    Stopwatch(BooleanSupplier stopped) {
        this.stopped = stopped;
    }

    /// Runs the code and says how long it took.
    String time(Timing timing, Code code) throws Exception {
        return switch (timing) {
            case Timing.Once _ -> once(code);
            case Timing.Repeated(int loops, int runs) -> repeated(loops, runs, code);
        };
    }

    private static String once(Code code) throws Exception {
        Duration before = cpu();
        long start = System.nanoTime();
        code.run();
        long wall = System.nanoTime() - start;
        return "CPU "
                + text((double) cpu().minus(before).toNanos())
                + ", wall "
                + text((double) wall)
                + "\n";
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String repeated(int wanted, int runs, Code code) throws Exception {
        int loops = wanted > 0 ? wanted : enough(code);
        double[] each = new double[runs];
        for (int i = 0; i < runs; i++) {
            each[i] = (double) loops(loops, code) / loops;
        }
        double sum = 0;
        for (double d : each) {
            sum += d;
        }
        double mean = sum / runs;
        double squares = 0;
        for (double d : each) {
            squares += (d - mean) * (d - mean);
        }
        return String.format(
                Locale.ROOT,
                "%s ± %s per loop (mean ± std. dev. of %d run%s, %,d loop%s each)\n",
                text(mean),
                text(Math.sqrt(squares / runs)),
                runs,
                runs == 1 ? "" : "s",
                loops,
                loops == 1 ? "" : "s");
    }

    /// How many loops make a run long enough to be measured, after the JIT has had its time.
    private int enough(Code code) throws Exception {
        long start = System.nanoTime();
        int loops = 1;
        while (true) {
            long took = loops(loops, code);
            boolean warm = System.nanoTime() - start >= WARM_UP_NANOS;
            if (took >= RUN_NANOS && (warm || loops == 1) || loops == MOST_LOOPS) {
                return loops;
            }
            if (stopped.getAsBoolean()) {
                return 1;
            }
            if (took < RUN_NANOS) {
                loops = loops * 10;
            }
        }
    }

    private long loops(int n, Code code) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < n && !stopped.getAsBoolean(); i++) {
            code.run();
        }
        return System.nanoTime() - start;
    }

    /// A duration with three digits.
    static String text(double nanos) {
        String[] units = {"ns", "µs", "ms", "s"};
        int unit = 0;
        double value = nanos;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        int decimals =
                value >= 99.95 || unit == 0 && value == Math.rint(value)
                        ? 0
                        : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, units[unit]);
    }
}
