package goloom.runtime.internal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The global run queue, first in first out. Guarded by the lock of [Sched]; `size` may be read
/// without. Go: runtime/proc.go, globrunqput, globrunqget.
final class Globq {
    private @Nullable G head;
    private @Nullable G tail;
    private volatile int size;

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void put(G g) {
        append(g);
        size++;
    }

    void putHead(G g) {
        g.schedlink = head;
        head = g;
        if (tail == null) {
            tail = g;
        }
        size++;
    }

    /// One write of `size`, which is a fence, for all of them.
    void putBatch(G[] batch, int n) {
        for (int i = 0; i < n; i++) {
            append(batch[i]);
        }
        size += n;
    }

    private void append(G g) {
        g.schedlink = null;
        if (tail == null) {
            head = g;
        } else {
            tail.schedlink = g;
        }
        tail = g;
    }

    /// Takes the first to run. With `max` 0 a fair share is taken, of which the others go to the
    /// local queue of `pp`, which is empty.
    @Nullable G get(P pp, int max, int gomaxprocs) {
        int all = size;
        if (all == 0) {
            return null;
        }
        int n = Math.min(all, all / gomaxprocs + 1);
        n = Math.min(n, max > 0 ? max : Runq.SIZE / 2);
        size = all - n;
        G g = take();
        for (int i = 1; i < n; i++) {
            pp.put(take(), false);
        }
        return g;
    }

    private G take() {
        G g = Objects.requireNonNull(head);
        head = g.schedlink;
        if (head == null) {
            tail = null;
        }
        g.schedlink = null;
        return g;
    }
}
