package goloom.runtime.internal;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/*
 * Keeps the Ms from starting to run another goroutine, while the stacks of waiting goroutines are read.
 *
 * Reading the stack of an unmounted virtual thread makes the JDK suspend it for a moment; an M that tried to
 * run it then would run nothing and lose it. Goroutines that run go on running; they may ready others, which
 * wait in their queues. Go stops the world for the same purpose.
 */
final class Freeze {
    private final Sched sched;
    private volatile @Nullable Thread holder;

    Freeze(Sched sched) {
        this.sched = sched;
    }

    boolean isFrozen() {
        return holder != null;
    }

    /// Runs `action` while no M starts a goroutine.
    void run(Runnable action) {
        synchronized (this) {
            sched.lock();
            holder = Thread.currentThread();
            sched.updateAttention();
            sched.unlock();
            try {
                awaitMs();
                action.run();
            } finally {
                sched.lock();
                holder = null;
                sched.updateAttention();
                sched.unlock();
                for (M m : sched.threadsOf()) {
                    if (m.frozen) {
                        LockSupport.unpark(m);
                    }
                }
            }
        }
    }

    /// Each M is asleep, here, or surely in its goroutine and not about to start one.
    private void awaitMs() {
        for (M m : sched.threadsOf()) {
            while (m.isAlive() && m.curg == null && !m.asleep && !m.frozen) {
                LockSupport.parkNanos(10_000);
            }
        }
    }

    /// Called by an M before it runs its next goroutine.
    void await(M m) {
        if (holder == null) {
            return;
        }
        m.frozen = true;
        while (holder != null && !sched.isDown()) {
            LockSupport.park(this);
        }
        m.frozen = false;
    }
}
