package goloom.runtime.internal;

import goloom.runtime.SchedulePolicy;
import goloom.trace.Found;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/*
 * An OS thread that runs goroutines: find one, run it until it parks, yields or ends, find the next.
 *
 * It needs a P for that. It loses its P when
 *   - it finds nothing to run (Sched.findRunnable gives the P up);
 *   - its goroutine is in a call that it announced, for longer than sysmon likes;
 *   - its goroutine is in a call that nobody announced: sysmon takes the P away under the M, see Sysmon.
 *     Then `p` is null the next time that the runtime is entered.
 */
final class M extends Thread {
    /*
     * Virtual threads run on the stack of their thread, so this is the depth of recursion that a goroutine
     * has: a fourth of the heap, 256 MB at most. Reserved, not used: the kernel gives pages when they are
     * touched. Go's limit is 1 GB.
     */
    private static final long STACK_SIZE =
            Math.clamp(Runtime.getRuntime().maxMemory() / 4, 16L << 20, 256L << 20);

    // How the continuation came back.
    static final byte JDK_WAIT = 0; // it waits in JDK code, or it could not run
    static final byte PARKED = 1;
    static final byte YIELDED = 2;
    static final byte ENDED = 3;

    final int id;
    final Sched sched;
    final SchedulePolicy.Source choices;
    volatile @Nullable P p; // this M writes it; sysmon takes it away, see Sysmon.takeUnannounced
    volatile @Nullable P nextp; // the P with which it is woken
    volatile @Nullable P oldp; // the P that it had before an announced call
    @Nullable G curg; // what it runs; this M writes it, others read it racily
    @Nullable G lockedg; // LockOSThread; this M and its goroutine only
    private boolean begun; // has had a P
    boolean spinning; // looks for work; written by this M, or before it is woken
    byte switched; // how the last goroutine gave up the thread
    int switches; // grows with every goroutine that it starts to run; sysmon reads it racily
    volatile @Nullable TraceBuf trace; // null: no trace is taken
    @Nullable M link; // list of idle Ms; guarded by Sched.lock
    volatile long tid; // the id of its thread in the operating system; 0: not known
    volatile boolean asleep; // in awaitP
    volatile boolean frozen; // in Freeze.await

    M(Sched sched, int id) {
        super(sched.group(), null, "goloom-M" + id, STACK_SIZE, false);
        this.sched = sched;
        this.id = id;
        this.choices = sched.policy.source(id);
        setDaemon(true);
    }

    /// The M that calls this, not from a goroutine; null on any other thread.
    static @Nullable M current() {
        return Thread.currentThread() instanceof M m ? m : null;
    }

    /// Go: runtime/proc.go, mstart and schedule.
    @Override
    public void run() {
        try {
            tid = OsThread.currentId();
            P first = nextp;
            if (first == null) { // a spare one
                if (!sched.stopm(this)) {
                    return;
                }
            } else {
                nextp = null;
                begin();
                acquirep(first);
            }
            while (schedule()) {
                // one goroutine after the other
            }
        } catch (Throwable e) {
            sched.crash.report("M" + id, this, e);
        } finally {
            sched.threadEnded();
        }
    }

    /// For the trace a thread begins with its first P.
    private void begin() {
        begun = true;
        TraceBuf t = trace;
        if (t != null) {
            t.thread(goloom.trace.EventKind.THREAD_START);
        }
    }

    /// One round of the scheduler. False: the thread is to end.
    private boolean schedule() {
        if (oldp != null) {
            sched.leftInSyscall(this);
        }
        if (sched.attention && !sched.attend(this)) {
            return false;
        }
        G g = lockedg;
        if (g != null) {
            if (g.status() == G.DEAD) {
                sched.mexit(this);
                return false;
            }
            if (!sched.mounted.stoplockedm(this) || (sched.attention && !sched.attend(this))) {
                return false;
            }
            if (settledP() == null) {
                return true;
            }
            found(Found.LOCKED, false);
        } else {
            g = sched.findRunnable(this);
            if (g == null) {
                return false;
            }
            if (spinning) {
                sched.resetspinning(this);
            }
            if (g.lockedm != null) {
                return sched.mounted.startlockedm(this, g);
            }
        }
        execute(g, found);
        return true;
    }

    // Where the goroutine to run came from; see found().
    private Found found = Found.LOCAL;
    private boolean inherit; // it goes on with the time slice of the goroutine before
    int stolenFrom = -1; // the id of the P

    /// Notes where the goroutine to run came from, for the trace and for the time slice.
    void found(Found where, boolean inheritTime) {
        found = where;
        inherit = inheritTime;
    }

    private void execute(G g, Found where) {
        if (g.preempt) { // it has given up its P since it was asked to
            Preempt.served(g);
            inherit = false;
        }
        P pp = p;
        if (pp != null && !inherit) {
            pp.schedtick++;
        }
        switches++;
        g.m = this;
        g.setStatus(G.RUNNING);
        VarHandle.storeStoreFence(); // who sees it as curg knows that it is about to run: see Dumps
        curg = g;
        TraceBuf t = trace;
        if (t != null) {
            t.start(g, where, where == Found.STOLEN ? stolenFrom : -1);
        }
        switched = JDK_WAIT;
        g.resume();
        curg = null;
        if (switched == JDK_WAIT) {
            t = trace;
            if (t != null) {
                t.blockInJdk(g);
            }
        }
    }

    private static final class PLock extends SpinLock {}

    /// Guards `p` against sysmon, which takes it away from an M that blocks. The M changes `p`
    /// under this lock only; while sysmon makes up its mind, `p` is null and the lock is held.
    final SpinLock pLock = new PLock();

    /// Its P, after sysmon has made up its mind if it is about to take it.
    @Nullable P settledP() {
        P pp = p;
        if (pp == null) {
            pLock.lock();
            pp = p;
            pLock.unlock();
        }
        return pp;
    }

    void acquirep(P pp) {
        pLock.lock();
        pp.m = this;
        pp.status = P.RUNNING;
        p = pp;
        pLock.unlock();
        sched.sysmon.wake();
        TraceBuf t = trace;
        if (t != null) {
            t.procStart(pp);
        }
    }

    /// Gives up its P, if it still has one.
    @Nullable P releasep(int status) {
        pLock.lock();
        P pp = p;
        if (pp == null) {
            pLock.unlock();
            return null;
        }
        TraceBuf t = trace;
        if (t != null) {
            t.procStop(pp);
        }
        p = null;
        if (status == P.SYSCALL) {
            oldp = pp; // it keeps a claim
        } else {
            pp.m = null;
        }
        pp.status = status;
        pLock.unlock();
        return pp;
    }

    /// Sleeps until it is given a P. False: the runtime has shut down.
    boolean awaitP() {
        TraceBuf t = trace;
        if (t != null && begun) {
            t.thread(goloom.trace.EventKind.THREAD_PARK);
        }
        asleep = true;
        while (nextp == null) {
            if (sched.isDown()) {
                return false;
            }
            LockSupport.park(this);
        }
        P pp = nextp;
        nextp = null;
        asleep = false;
        t = trace;
        if (!begun) {
            begin();
        } else if (t != null) {
            t.thread(goloom.trace.EventKind.THREAD_UNPARK);
        }
        acquirep(pp);
        return true;
    }

    /// Wakes it with a P.
    void wake(P pp) {
        nextp = pp;
        LockSupport.unpark(this);
    }
}
