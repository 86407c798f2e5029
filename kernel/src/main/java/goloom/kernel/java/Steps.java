package goloom.kernel.java;

import goloom.kernel.java.CellProgram.Step;
import goloom.kernel.magic.CellOptions;
import goloom.kernel.magic.Timing;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run of the steps of a compiled cell: one after the other, without pauses, timed where a
/// magic asked for it.
final class Steps {
    private final CellProgram program;
    private final CellOptions options;
    private final BooleanSupplier interrupted;
    private final Consumer<String> print;
    private volatile boolean started;
    private volatile int done; // so many have come to their end
    private @Nullable Object value;

    /// @param interrupted true when nothing more is to begin
    /// @param print where times are told
    Steps(
            CellProgram program,
            CellOptions options,
            BooleanSupplier interrupted,
            Consumer<String> print) {
        this.program = program;
        this.options = options;
        this.interrupted = interrupted;
        this.print = print;
    }

    /// The cell was not interrupted before its goroutine was there.
    boolean started() {
        return started;
    }

    /// Those that have not ended well.
    List<Step> left() {
        return program.steps().subList(done, program.steps().size());
    }

    /// What the last expression gave; null if there is none.
    @Nullable Object value() {
        return value;
    }

    /// All of them, or up to the one that ends the cell.
    void run() throws Exception {
        if (interrupted.getAsBoolean()) {
            return; // before its goroutine was there
        }
        started = true;
        Timing whole = options.timing();
        if (whole != null) {
            timed(whole, 0, program.steps().size());
            return;
        }
        List<Step> all = program.steps();
        for (int i = 0; i < all.size(); ) {
            Timing timing = options.timing(all.get(i).piece().line());
            int next = timing == null ? i + 1 : endOfLine(all, i);
            boolean goesOn = timing == null ? call(i, next) : timed(timing, i, next);
            if (!goesOn) {
                return;
            }
            i = next;
        }
    }

    private static int endOfLine(List<Step> all, int from) {
        int line = all.get(from).piece().line();
        int i = from;
        while (i < all.size() && all.get(i).piece().line() == line) {
            i++;
        }
        return i;
    }

    /// False if the cell ends here.
    private boolean timed(Timing timing, int from, int to) throws Exception {
        boolean[] goesOn = {true};
        Stopwatch watch = new Stopwatch(() -> interrupted.getAsBoolean() || !goesOn[0]);
        String time = watch.time(timing, () -> goesOn[0] = call(from, to));
        if (timing instanceof Timing.Repeated) {
            value = null;
        }
        print.accept(time);
        return goesOn[0];
    }

    /// Between two steps, and after the last, goroutines race with main: nothing here may take
    /// time.
    private boolean call(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            Step step = program.steps().get(i);
            Object v = call(step);
            done = Math.max(done, i + 1);
            if (v == CellEnd.NOW) {
                return false;
            }
            if (step == program.result()) {
                value = v;
            }
        }
        return true;
    }

    static @Nullable Object call(Step step) throws Exception {
        try {
            return (Object) step.code().invokeExact();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
