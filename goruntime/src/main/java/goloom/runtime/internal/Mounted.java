package goloom.runtime.internal;

import java.util.Objects;

/*
 * Goroutines that stay on their thread while they wait.
 *
 *   locked   LockOSThread: it parks as any other, and its M runs nothing else meanwhile: stoplockedm. Whoever
 *            finds it in a queue gives its own P to that M: startlockedm
 *   pinned   a native frame or a class initialiser is on its stack, so that the JDK cannot unmount it: it blocks
 *            its M, and waits for a P as a locked one does
 *
 * The counts are guarded by the lock of Sched.
 */
final class Mounted {
    private final Sched sched;
    private int locked; // Ms that wait for their locked goroutine
    private int pinned; // Ms that block because their goroutine is parked and pinned

    Mounted(Sched sched) {
        this.sched = sched;
    }

    /// How many Ms wait with their goroutine. The lock is held.
    int waiting() {
        return locked + pinned;
    }

    // ---- locked

    /// Waits until another M wants the locked goroutine of `m` to run. Go: stoplockedm.
    boolean stoplockedm(M m) {
        P pp = m.releasep(P.IDLE);
        if (pp != null) {
            sched.handoffp(pp);
        }
        sched.lock();
        locked++;
        boolean quiet = sched.isQuiet();
        sched.unlock();
        if (quiet) {
            sched.sysmon.quiet();
        }
        return m.awaitP();
    }

    /// Gives the P of `m` to the M that `g` is locked to, and sleeps. Go: startlockedm.
    boolean startlockedm(M m, G g) {
        M to = Objects.requireNonNull(g.lockedm);
        sched.lock();
        locked--;
        sched.unlock();
        P pp = m.releasep(P.IDLE);
        if (pp == null) {
            throw new IllegalStateException("startlockedm: no P");
        }
        to.wake(pp);
        return sched.stopm(m);
    }

    // ---- pinned

    /// The goroutine of `m` parks without leaving its thread.
    void handoff(M m) {
        sched.lock();
        pinned++;
        sched.unlock();
        P pp = m.releasep(P.IDLE);
        if (pp != null) {
            TraceBuf t = m.trace;
            if (t != null) {
                t.handoff(m, pp);
            }
            sched.handoffp(pp);
        }
    }

    /// It was woken, and needs a P to go on.
    void resume(G g) {
        sched.lock();
        pinned--;
        P pp = sched.pidle.get();
        sched.unlock();
        M m = g.m();
        if (pp != null) {
            m.acquirep(pp);
        } else {
            waitForP(g, m);
        }
    }

    /// Waits for a P on its own thread, as a goroutine that is locked to it.
    void waitForP(G g, M m) {
        M before = g.lockedm;
        g.lockedm = m;
        sched.lock();
        locked++;
        g.setStatus(G.RUNNABLE);
        sched.putGlobal(g);
        sched.unlock();
        sched.wakep();
        m.awaitP();
        g.lockedm = before;
        g.setStatus(G.RUNNING);
    }

    /// It yields: its P goes to others that wait for one, and it goes on with one that is to stay.
    void gosched(G g) {
        M m = g.m();
        P pp = m.settledP();
        if (pp != null && !pp.dying && pp.isEmpty() && !sched.hasGlobalWork()) {
            return;
        }
        if (pp != null && m.releasep(P.IDLE) != null) {
            sched.handoffp(pp);
        }
        waitForP(g, m);
    }
}
