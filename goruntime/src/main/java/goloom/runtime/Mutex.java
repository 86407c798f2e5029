package goloom.runtime;

import goloom.runtime.internal.Panics;
import goloom.runtime.internal.Running;
import goloom.runtime.internal.Sema;
import goloom.runtime.internal.Traced;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A lock. Not reentrant, and not tied to a goroutine: another may unlock it. Go: sync.Mutex.
///
/// Normally a waiter that wakes competes with newcomers. One that has waited for more than a
/// millisecond switches the mutex to starvation mode: then it is handed from waiter to waiter, in
/// order.
///
/// The n-th [#unlock] happens before the (n+1)-th [#lock] returns.
public final class Mutex implements Locker {
    private static final int LOCKED = 1;
    private static final int WOKEN = 2;
    private static final int STARVING = 4;
    private static final int WAITER_SHIFT = 3;
    private static final int WAITER = 1 << WAITER_SHIFT;
    private static final long STARVATION_NANOS = 1_000_000;
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(Mutex.class, "state", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int state;
    private final Sema sema;

    public Mutex() {
        this(new Sema(Trace.Resource.Kind.MUTEX));
    }

    Mutex(Sema sema) {
        this.sema = sema;
    }

    Sema sema() {
        return sema;
    }

    /// Locks; blocks while it is locked.
    @Override
    public void lock() {
        if (!STATE.compareAndSet(this, 0, LOCKED)) {
            lockSlow();
        }
        if (Traced.on()) {
            Traced.locked(sema);
        }
    }

    /// Locks if that is possible at once.
    public boolean tryLock() {
        int old = state;
        if ((old & (LOCKED | STARVING)) != 0 || !STATE.compareAndSet(this, old, old | LOCKED)) {
            return false;
        }
        if (Traced.on()) {
            Traced.locked(sema);
        }
        return true;
    }

    // Go: internal/sync/mutex.go, lockSlow.
    private void lockSlow() {
        long waitStart = 0;
        boolean starving = false;
        boolean awoke = false;
        int spins = 0;
        int old = state;
        for (; ; ) {
            if ((old & (LOCKED | STARVING)) == LOCKED && Running.canSpin(spins)) {
                if (!awoke
                        && (old & WOKEN) == 0
                        && old >> WAITER_SHIFT != 0
                        && STATE.compareAndSet(this, old, old | WOKEN)) {
                    awoke = true;
                }
                Running.spin();
                spins++;
                old = state;
                continue;
            }
            int next = old;
            if ((old & STARVING) == 0) {
                next |= LOCKED;
            }
            if ((old & (LOCKED | STARVING)) != 0) {
                next += WAITER;
            }
            if (starving && (old & LOCKED) != 0) {
                next |= STARVING;
            }
            if (awoke) {
                if ((next & WOKEN) == 0) {
                    throw Panics.inconsistentMutex();
                }
                next &= ~WOKEN;
            }
            if (!STATE.compareAndSet(this, old, next)) {
                old = state;
                continue;
            }
            if ((old & (LOCKED | STARVING)) == 0) {
                return;
            }
            boolean lifo = waitStart != 0;
            if (waitStart == 0) {
                waitStart = Running.nanotime();
            }
            sema.acquire(WaitReason.MUTEX_LOCK, lifo);
            starving |= Running.nanotime() - waitStart > STARVATION_NANOS;
            old = state;
            if ((old & STARVING) != 0) {
                // Handed over to us: the mutex is not locked, and we are still counted as a waiter.
                if ((old & (LOCKED | WOKEN)) != 0 || old >> WAITER_SHIFT == 0) {
                    throw Panics.inconsistentMutex();
                }
                int delta = LOCKED - WAITER;
                if (!starving || old >> WAITER_SHIFT == 1) {
                    delta -= STARVING;
                }
                STATE.getAndAdd(this, delta);
                return;
            }
            awoke = true;
            spins = 0;
        }
    }

    /// Unlocks. Fatal `sync: unlock of unlocked mutex` if it is not locked.
    @Override
    public void unlock() {
        if (Traced.on()) {
            Traced.unlocked(sema);
        }
        int next = (int) STATE.getAndAdd(this, -LOCKED) - LOCKED;
        if (next != 0) {
            unlockSlow(next);
        }
    }

    private void unlockSlow(int next) {
        if (((next + LOCKED) & LOCKED) == 0) {
            throw Panics.unlockOfUnlockedMutex();
        }
        if ((next & STARVING) != 0) {
            sema.release(true);
            return;
        }
        int old = next;
        for (; ; ) {
            if (old >> WAITER_SHIFT == 0 || (old & (LOCKED | WOKEN | STARVING)) != 0) {
                return;
            }
            if (STATE.compareAndSet(this, old, (old - WAITER) | WOKEN)) {
                sema.release(false);
                return;
            }
            old = state;
        }
    }
}
