package goloom.runtime.internal;

import goloom.trace.Trace;
import goloom.trace.WaitReason;

/// The waiters of a condition. They are notified in the order in which they called [#add]. Go:
/// runtime/sema.go, notifyList. Guarded by `this`.
public final class NotifyList extends Waitable {
    private final WaitQueue queue = new WaitQueue();
    private int wait; // the ticket of the next waiter
    private int notify; // the ticket of the next waiter to be notified

    @Override
    Trace.Resource.Kind kind() {
        return Trace.Resource.Kind.COND;
    }

    /// Takes a ticket. The caller then gives up its lock and calls [#await].
    public int add() {
        lock();
        int t = wait++;
        unlock();
        return t;
    }

    /// Waits until the ticket is notified; returns at once if it has been already.
    public void await(int ticket) {
        lock();
        if (ticket - notify < 0) {
            unlock();
            return;
        }
        G g = G.current();
        if (g == null) {
            g = G.outside();
        } else if (g.killed) {
            unlock();
            throw Kill.INSTANCE;
        }
        g.ticket = ticket;
        queue.enqueue(g);
        g.park(WaitReason.COND_WAIT, this, this);
        g.waitOn = null;
    }

    public void notifyOne() {
        lock();
        if (notify == wait) {
            unlock();
            return;
        }
        int t = notify++;
        // It may not be in the queue yet: then it will find itself notified.
        for (Sudog s = queue.first; s != null; s = s.next) {
            if (s.ticket == t) {
                queue.remove(s);
                unlock();
                Sched.ready(s.g);
                return;
            }
        }
        unlock();
    }

    public void notifyAllWaiters() {
        lock();
        Sudog s = queue.first;
        queue.first = null;
        queue.last = null;
        notify = wait;
        for (Sudog x = s; x != null; x = x.next) {
            x.queue = null;
        }
        unlock();
        while (s != null) {
            Sudog next = s.next;
            s.next = null;
            s.prev = null;
            Sched.ready(s.g);
            s = next;
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
