package goloom.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/*
 * The local run queue of a P: a ring of 256 goroutines, first in first out, and runnext, which is run before
 * the ring. Go: runtime/proc.go, runqput, runqget, runqgrab, runqsteal.
 *
 *   head      thieves and the owner advance it by CAS
 *   tail      only the owner writes it; thieves read it
 *   slots     the owner writes at tail; whoever has advanced head past a slot clears it, so that a finished
 *             goroutine is not kept alive. A thief clears by CAS: the owner may have filled the slot again.
 *   runnext   the owner stores it; thieves take it by CAS
 *
 * The owner is the M that holds the P. Each P has one; a P without an M is touched by nobody.
 */
class Runq {
    static final int SIZE = 256;
    private static final int MASK = SIZE - 1;

    /// Nanoseconds that a thief gives a running victim before it takes its runnext. Go: usleep(3).
    private static final long STEAL_NEXT_DELAY = 3_000;

    private static final VarHandle HEAD;
    private static final VarHandle TAIL;
    private static final VarHandle NEXT;
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(G[].class);

    static {
        try {
            MethodHandles.Lookup l = MethodHandles.lookup();
            HEAD = l.findVarHandle(Runq.class, "head", int.class);
            TAIL = l.findVarHandle(Runq.class, "tail", int.class);
            NEXT = l.findVarHandle(Runq.class, "runnext", G.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Sched sched;
    private final @Nullable G[] ring = new G[SIZE];
    private volatile int head;
    private volatile int tail;
    private volatile @Nullable G runnext;
    boolean inheritTime; // set by get: the goroutine came from runnext; owner only

    Runq(Sched sched) {
        this.sched = sched;
    }

    /// The number of goroutines queued, for pictures and tests; racy.
    int size() {
        return tail - head + (runnext == null ? 0 : 1);
    }

    /// False only if there was surely something in it.
    boolean isEmpty() {
        // A goroutine may be kicked from runnext to the ring between the two looks: look again.
        for (; ; ) {
            int h = head;
            int t = tail;
            G n = runnext;
            if (t == tail) {
                return h == t && n == null;
            }
        }
    }

    /// Owner only. With `next`, the goroutine goes to runnext and kicks the one there to the tail.
    final void put(G g, boolean next) {
        if (next) {
            G old = (G) NEXT.getAndSet(this, g);
            if (old == null) {
                return;
            }
            g = old;
        }
        for (; ; ) {
            int h = (int) HEAD.getAcquire(this);
            int t = (int) TAIL.get(this);
            if (t - h < SIZE) {
                SLOT.set(ring, t & MASK, g);
                TAIL.setRelease(this, t + 1);
                return;
            }
            if (putHalfToGlobal(g, h, t)) {
                return;
            }
        }
    }

    /// The ring is full: half of it and the new one go to the global queue. Go: runqputslow.
    private boolean putHalfToGlobal(G g, int h, int t) {
        int n = (t - h) / 2;
        G[] batch = new G[n + 1];
        for (int i = 0; i < n; i++) {
            batch[i] = (G) SLOT.get(ring, (h + i) & MASK);
        }
        if (!HEAD.compareAndSet(this, h, h + n)) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            SLOT.set(ring, (h + i) & MASK, (G) null);
        }
        batch[n] = g;
        sched.globrunqputbatch(batch, n + 1);
        return true;
    }

    /// Owner only. Takes the next to run; sets [#inheritTime].
    final @Nullable G get() {
        G n = runnext;
        if (n != null && NEXT.compareAndSet(this, n, null)) {
            inheritTime = true;
            return n;
        }
        inheritTime = false;
        for (; ; ) {
            int h = (int) HEAD.getAcquire(this);
            if (h == (int) TAIL.get(this)) {
                return null;
            }
            G g = (G) SLOT.get(ring, h & MASK);
            if (HEAD.compareAndSet(this, h, h + 1)) {
                SLOT.set(ring, h & MASK, (G) null);
                return g;
            }
        }
    }

    /// Owner only. Moves half of the victim's queue into this one and returns one of them to run.
    /// `stealNext`: may take the victim's runnext when it has nothing else. Go: runqsteal.
    final @Nullable G steal(P victim, boolean stealNext) {
        int t = (int) TAIL.get(this);
        int n = grab(victim, t, stealNext);
        if (n == 0) {
            return null;
        }
        n--;
        G g = (G) SLOT.get(ring, (t + n) & MASK);
        SLOT.set(ring, (t + n) & MASK, (G) null);
        if (n > 0) {
            TAIL.setRelease(this, t + n);
        }
        stolen = n + 1;
        return g;
    }

    int stolen; // how many the last successful steal took; owner only

    private int grab(P victim, int t, boolean stealNext) {
        Runq from = victim;
        for (; ; ) {
            int h = (int) HEAD.getAcquire(from);
            int vt = (int) TAIL.getAcquire(from);
            int n = vt - h;
            n -= n / 2;
            if (n == 0) {
                if (!stealNext) {
                    return 0;
                }
                G next = from.runnext;
                if (next == null) {
                    return 0;
                }
                if (victim.status == P.RUNNING) {
                    // The victim has just readied it and is probably about to block and run it: let
                    // it.
                    LockSupport.parkNanos(STEAL_NEXT_DELAY);
                }
                if (!NEXT.compareAndSet(from, next, null)) {
                    continue;
                }
                SLOT.set(ring, t & MASK, next);
                return 1;
            }
            if (n > SIZE / 2) {
                continue; // read h and t inconsistently
            }
            for (int i = 0; i < n; i++) {
                SLOT.set(ring, (t + i) & MASK, (G) SLOT.getOpaque(from.ring, (h + i) & MASK));
            }
            if (HEAD.compareAndSet(from, h, h + n)) {
                for (int i = 0; i < n; i++) {
                    SLOT.compareAndSet(
                            from.ring, (h + i) & MASK, (G) SLOT.get(ring, (t + i) & MASK), null);
                }
                return n;
            }
            for (int i = 0; i < n; i++) {
                SLOT.set(ring, (t + i) & MASK, (G) null); // copied in vain
            }
        }
    }
}
