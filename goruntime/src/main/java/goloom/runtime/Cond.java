package goloom.runtime;

import goloom.runtime.internal.NotifyList;

/// A place where goroutines wait until something they share has changed. Go: sync.Cond.
public final class Cond {
    private final Locker l;
    private final NotifyList notify = new NotifyList();

    /// `sync.NewCond(l)`.
    public Cond(Locker l) {
        this.l = l;
    }

    NotifyList notifyList() {
        return notify;
    }

    /// The lock that it was made with.
    public Locker locker() {
        return l;
    }

    /// Unlocks, blocks until it is woken, and locks again: `c.Wait()`. Call it in a loop that tests
    /// the condition. Fatal if the lock is not held.
    public void await() {
        int ticket = notify.add();
        l.unlock();
        notify.await(ticket);
        l.lock();
    }

    /// Wakes the goroutine that has waited longest, if any.
    public void signal() {
        notify.notifyOne();
    }

    /// Wakes all that wait.
    public void broadcast() {
        notify.notifyAllWaiters();
    }
}
