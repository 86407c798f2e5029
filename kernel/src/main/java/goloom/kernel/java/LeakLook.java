package goloom.kernel.java;

import goloom.runtime.GoRuntime;
import goloom.runtime.GoroutineDump;
import goloom.trace.Ending;
import goloom.trace.Trace;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/*
 * A look is a full garbage collection, so it is taken only where there may be something to find: when a cell has
 * returned, lives on, and has started a goroutine that waits for something other than time or the network. And
 * not when so much is in memory that the cell's reply would be late.
 */

/// Finds the goroutines of a cell that nobody can ever wake.
final class LeakLook {
    private static final long MOST_BYTES = 256 << 20;

    private LeakLook() {}

    /// The trace of a cell that has ended, with those of its goroutines that are leaked.
    static Trace at(Trace trace, GoRuntime runtime) {
        if (trace.program()
                || trace.ending().kind() != Ending.Kind.RETURNED
                || !leavesOneThatWaits(trace)
                || used() > MOST_BYTES) {
            return trace;
        }
        Set<Integer> ids = new HashSet<>();
        for (GoroutineDump g : runtime.leaks()) {
            ids.add(g.id());
        }
        return ids.isEmpty() ? trace : trace.withLeaked(ids);
    }

    private static long used() {
        Runtime r = Runtime.getRuntime();
        return r.totalMemory() - r.freeMemory();
    }

    /// Reads backwards: what a goroutine did last is how it ends.
    private static boolean leavesOneThatWaits(Trace t) {
        BitSet seen = new BitSet();
        BitSet waits = new BitSet();
        for (int i = t.size() - 1; i >= 0; i--) {
            switch (t.kind(i)) {
                case GO_CREATE -> {
                    if (waits.get(t.target(i))) {
                        return true; // and the cell has started it
                    }
                }
                case GO_UNBLOCK -> seen.set(t.target(i));
                case GO_START, GO_STOP, GO_END, SYSCALL_BEGIN, SYSCALL_END ->
                        seen.set(t.goroutine(i));
                case GO_BLOCK -> {
                    int g = t.goroutine(i);
                    if (!seen.get(g)) {
                        seen.set(g);
                        waits.set(g, mayLeak(t, i));
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean mayLeak(Trace t, int block) {
        return switch (t.reason(block)) {
            case SLEEP, IO_WAIT, STOP_THE_WORLD -> false;
            default -> true;
        };
    }
}
