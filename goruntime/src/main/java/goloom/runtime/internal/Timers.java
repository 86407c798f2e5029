package goloom.runtime.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/*
 * The timers of a runtime that are set: a heap by the time they are due. Go: runtime/time.go.
 *
 * An M looks at it before it picks a goroutine, if any timer is set; an M that would sleep sleeps until the
 * first is due (Sched.sleepUntilTimer); sysmon wakes an M if one is overdue because all Ms are busy.
 *
 * A channel timer stands here only while a goroutine waits on its channel (GTimer.blocked > 0). Otherwise
 * it is run by whoever looks at the channel: so a timer that nobody waits for costs nothing, keeps nothing
 * alive, and does not hide a deadlock.
 *
 * Guarded by `this`: the heap and the fields of the timers in it.
 *
 * Differs from Go: one heap, not one for each P, and removal at once instead of by marks.
 */
final class Timers extends SpinLock {
    static final long NEVER = Long.MAX_VALUE;

    final Sched sched;
    private @Nullable GTimer[] heap = new GTimer[16];
    private int size;
    private volatile long nextWhen = NEVER;

    Timers(Sched sched) {
        this.sched = sched;
    }

    boolean pending() {
        return nextWhen != NEVER;
    }

    /// When the first is due; NEVER: none is set.
    long nextWhen() {
        return nextWhen;
    }

    /// Runs what is due. By an M with a P, not by a goroutine. Go: checkTimers.
    void check(M m) {
        long next = nextWhen;
        if (next == NEVER) {
            return;
        }
        long now = sched.nanotime();
        while (nextWhen <= now) {
            lock();
            GTimer t = size == 0 ? null : heap[0];
            if (t == null || t.when > now) {
                unlock();
                return;
            }
            t.unlockAndRun(now);
        }
    }

    // ---- the heap; the lock is held

    void add(GTimer t) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, t);
        publish();
    }

    void remove(GTimer t) {
        int i = t.heapIndex;
        if (i < 0) {
            return;
        }
        t.heapIndex = -1;
        GTimer last = heap[--size];
        heap[size] = null;
        if (last != null && last != t) {
            siftDown(i, last);
            if (heap[i] == last) {
                siftUp(i, last);
            }
        }
        publish();
    }

    /// Its time has changed.
    void update(GTimer t) {
        siftDown(t.heapIndex, t);
        siftUp(t.heapIndex, t);
        publish();
    }

    private void publish() {
        GTimer first = heap[0];
        nextWhen = first == null ? NEVER : first.when;
    }

    private void siftUp(int i, GTimer t) {
        while (i > 0) {
            int up = (i - 1) >> 2;
            GTimer x = heap[up];
            if (x == null || !t.before(x)) {
                break;
            }
            put(i, x);
            i = up;
        }
        put(i, t);
    }

    private void siftDown(int i, GTimer t) {
        for (; ; ) {
            int first = 4 * i + 1;
            GTimer least = t;
            int at = i;
            for (int c = first; c < Math.min(first + 4, size); c++) {
                GTimer x = heap[c];
                if (x != null && x != t && x.before(least)) {
                    least = x;
                    at = c;
                }
            }
            if (at == i) {
                put(i, t);
                return;
            }
            put(i, least);
            i = at;
        }
    }

    private void put(int i, GTimer t) {
        heap[i] = t;
        t.heapIndex = i;
    }
}
