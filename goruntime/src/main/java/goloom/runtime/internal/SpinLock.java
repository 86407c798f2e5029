package goloom.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A lock for a few dozen instructions. Held across the switch away from a goroutine: the lock of
/// the channel is released only when the goroutine is off its thread, so nobody can wake it too
/// early.
///
/// Never blocks the goroutine: after some spinning it lets another OS thread run.
public abstract class SpinLock {
    private static final int SPINS = 200;
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

    private void lockSlow() {
        for (int i = 0; ; i++) {
            if ((int) LOCKED.getOpaque(this) == 0 && LOCKED.compareAndSet(this, 0, 1)) {
                return;
            }
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                VThreads.osyield();
            }
        }
    }
}
