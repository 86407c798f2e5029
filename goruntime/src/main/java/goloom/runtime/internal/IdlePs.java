package goloom.runtime.internal;

import org.jspecify.annotations.Nullable;

/// The Ps that nobody holds, last in, first out. Guarded by the lock of the scheduler, but for
/// `size`, which everybody may read.
final class IdlePs {
    private @Nullable P head;
    private volatile int size;
    private long taken;

    int size() {
        return size;
    }

    /// How often one was taken.
    long taken() {
        return taken;
    }

    void put(P pp) {
        pp.link = head;
        head = pp;
        size = size + 1;
    }

    @Nullable P get() {
        P pp = head;
        if (pp != null) {
            head = pp.link;
            pp.link = null;
            size = size - 1;
            taken++;
        }
        return pp;
    }
}
