package goloom.trace;

import java.util.Arrays;
import java.util.List;

/// Positions of goroutines in [Trace#goroutines()], by id.
final class GoroutineIndex {
    private static final int LARGEST_TABLE = 1 << 20;

    private final int[] ids; // ascending
    private final int[] table; // position + 1 by id; empty if ids are too large for one

    GoroutineIndex(Trace trace) {
        List<Trace.Goroutine> all = trace.goroutines();
        ids = new int[all.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = all.get(i).id();
        }
        int largest = ids.length == 0 ? 0 : ids[ids.length - 1];
        table = new int[largest < LARGEST_TABLE ? largest + 1 : 0];
        for (int i = 0; i < ids.length && table.length > 0; i++) {
            table[ids[i]] = i + 1;
        }
    }

    int size() {
        return ids.length;
    }

    /// -1 for 0, which is no goroutine, and for one that the trace does not list.
    int of(int id) {
        if (table.length > 0) {
            return id > 0 && id < table.length ? table[id] - 1 : -1;
        }
        return Math.max(-1, Arrays.binarySearch(ids, id));
    }
}
