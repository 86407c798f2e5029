package goloom.runtime.internal;

import goloom.runtime.Clock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A lock for a few dozen instructions. Held across the switch away from a goroutine: the lock of
/// the channel is released only when the goroutine is off its thread, so nobody can wake it too
/// early.
///
/// Never blocks the goroutine: after some spinning it lets another OS thread run.
public abstract class SpinLock {
    private static final int SPINS = 200; // pauses
    private static final int MOST_PAUSES = 8; // in a row
    private static final int LOOK_EVERY = 256; // waits
    private static final long PATIENCE = 5_000_000_000L;
    private static final VarHandle LOCKED;

    static {
        try {
            LOCKED = MethodHandles.lookup().findVarHandle(SpinLock.class, "locked", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through LOCKED
    private volatile int locked;

    final void lock() {
        if (!LOCKED.compareAndSet(this, 0, 1)) {
            lockSlow();
        }
    }

    final void unlock() {
        LOCKED.setRelease(this, 0);
    }

    /// Whoever held a lock has failed and did not give it back.
    static final class Stuck extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Stuck(SpinLock lock) {
            super("a lock of the scheduler was not released for 5 s: " + lock.getClass().getName());
        }
    }

    private boolean tryLock() {
        return (int) LOCKED.getOpaque(this) == 0 && LOCKED.compareAndSet(this, 0, 1);
    }

    /// The one that has the lock may soon want it again. So this pauses longer and longer: then
    /// that one gets something done, and the line with the lock does not go to and fro for each
    /// operation.
    private void lockSlow() {
        int pauses = 1;
        for (int spins = 0; spins < SPINS; spins += pauses) {
            if (tryLock()) {
                return;
            }
            for (int i = 0; i < pauses; i++) {
                Thread.onSpinWait();
            }
            pauses = Math.min(2 * pauses, MOST_PAUSES);
        }
        long since = 0;
        for (int i = 1; !tryLock(); i++) {
            VThreads.osyield();
            if (i % LOOK_EVERY == 0) {
                long now = Clock.system().nanos();
                since = since == 0 ? now : since;
                giveUp(now - since);
            }
        }
    }

    private void giveUp(long waited) {
        if (Crash.concernsThisThread()) {
            throw Kill.INSTANCE;
        }
        if (waited > PATIENCE) {
            throw new Stuck(this);
        }
    }
}
