package goloom.runtime.internal;

import goloom.trace.Trace;
import goloom.trace.WaitReason;

/*
 * A semaphore with a queue, what Go's sync package is made of. Go: runtime/sema.go.
 *
 * A released count is free for anyone; the woken waiter competes for it with newcomers. With handoff the
 * waiter gets it, and the releasing goroutine steps back so that the waiter runs at once.
 *
 * Guarded by `this`: count and queue.
 */
public final class Sema extends Waitable {
    private final Trace.Resource.Kind kind;
    private final WaitQueue queue = new WaitQueue();
    private int count;

    public Sema(Trace.Resource.Kind kind) {
        this.kind = kind;
    }

    @Override
    Trace.Resource.Kind kind() {
        return kind;
    }

    /// Waits until count > 0 and takes one.
    ///
    /// @param lifo wait in front of the others: for one that has waited before
    public void acquire(WaitReason reason, boolean lifo) {
        lock();
        if (count > 0) {
            count--;
            unlock();
            return;
        }
        G g = G.current();
        if (g == null) {
            g = G.outside();
        }
        for (; ; ) {
            if (g.killed) {
                unlock();
                throw Kill.INSTANCE;
            }
            g.handoff = false;
            if (lifo) {
                queue.enqueueFirst(g);
            } else {
                queue.enqueue(g);
            }
            g.park(reason, this, this);
            g.waitOn = null;
            if (g.handoff) {
                return;
            }
            lock();
            if (count > 0) {
                count--;
                unlock();
                return;
            }
        }
    }

    /// Gives one back and wakes the first waiter.
    ///
    /// @param handoff give it to that waiter and let it run at once
    public void release(boolean handoff) {
        lock();
        count++;
        Sudog s = queue.dequeue();
        if (s == null) {
            unlock();
            return;
        }
        G g = s.g;
        if (handoff && count > 0) {
            g.handoff = true;
            count--;
        }
        boolean direct = g.handoff;
        unlock();
        Sched.ready(g);
        if (direct) {
            G me = G.current();
            if (me != null && !me.killed) {
                me.yieldToNext();
            }
        }
    }

    @Override
    boolean cancelWait(G g) {
        lock();
        boolean was = queue.remove(g);
        unlock();
        return was;
    }
}
