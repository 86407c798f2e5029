package goloom.runtime.internal;

import org.jspecify.annotations.Nullable;

/// A first-in first-out queue of Sudogs. Guarded by its owner's lock. Go: runtime/chan.go, waitq.
final class WaitQueue {
    @Nullable Sudog first;
    @Nullable Sudog last;

    boolean isEmpty() {
        return first == null;
    }

    void enqueue(Sudog s) {
        Sudog l = last;
        s.next = null;
        s.prev = l;
        s.queue = this;
        if (l == null) {
            first = s;
        } else {
            l.next = s;
        }
        last = s;
    }

    /// Puts it in front: the next to be served.
    void enqueueFirst(Sudog s) {
        Sudog f = first;
        s.prev = null;
        s.next = f;
        s.queue = this;
        if (f == null) {
            last = s;
        } else {
            f.prev = s;
        }
        first = s;
    }

    /// Takes the first whose goroutine is not yet woken by another case of its select.
    @Nullable Sudog dequeue() {
        for (; ; ) {
            Sudog s = first;
            if (s == null) {
                return null;
            }
            Sudog n = s.next;
            first = n;
            if (n == null) {
                last = null;
            } else {
                n.prev = null;
                s.next = null;
            }
            s.queue = null;
            if (s.isSelect() && !s.g.claimSelect()) {
                continue;
            }
            return s;
        }
    }

    /// Takes this one out, wherever it stands. False if it is not in this queue.
    boolean remove(Sudog s) {
        if (s.queue != this) {
            return false;
        }
        Sudog p = s.prev;
        Sudog n = s.next;
        if (p == null) {
            first = n;
        } else {
            p.next = n;
        }
        if (n == null) {
            last = p;
        } else {
            n.prev = p;
        }
        s.next = null;
        s.prev = null;
        s.queue = null;
        return true;
    }
}
