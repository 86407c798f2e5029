package goloom.runtime.internal;

import goloom.runtime.GoBody;
import goloom.trace.WaitReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/*
 * A goroutine: a virtual thread whose scheduler is this object.
 *
 *   IDLE     -> RUNNABLE             // Sched.newproc
 *   RUNNABLE -> RUNNING              // M.execute, on an M with a P
 *   RUNNING  -> WAITING              // park: unmounts, then execute() below commits it
 *   WAITING  -> RUNNABLE             // Sched.ready, by whoever found the partner
 *   RUNNING  -> RUNNABLE             // gosched, preempted
 *   RUNNING  -> SYSCALL -> RUNNING   // a blocking call
 *   RUNNING  -> DEAD
 *
 * A goroutine that waits in JDK code (LockSupport.park, a monitor) stays RUNNING here: nobody tells us when
 * it stops, only that its thread is free again. VThreads.state knows; see Deadlock.
 *
 * How a park is committed. The parking goroutine queues itself under a lock, keeps the lock, and calls
 * Thread.yield(). The JDK unmounts it and calls execute() on the M. Only there is the lock released, so a
 * partner that finds the goroutine in the queue can run it at once: it is no longer on any thread.
 *
 * After its continuation has returned to the M, that M may not touch the G: another M may run it already.
 */
final class G extends Sudog implements Executor, Runnable {
    static final byte IDLE = 0;
    static final byte RUNNABLE = 1;
    static final byte RUNNING = 2;
    static final byte SYSCALL = 3;
    static final byte WAITING = 4;
    static final byte DEAD = 6;

    // What the hook does to make a park definite.
    private static final byte COMMIT_NOTHING = 0;
    private static final byte COMMIT_UNLOCK = 1;
    private static final byte COMMIT_SELECT = 2;
    private static final byte COMMIT_SLEEP = 3;

    private static final VarHandle SELECT_DONE;
    private static final VarHandle STATUS;

    static {
        try {
            SELECT_DONE = MethodHandles.lookup().findVarHandle(G.class, "selectDone", byte.class);
            STATUS = MethodHandles.lookup().findVarHandle(G.class, "status", byte.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final int id; // goid; 0: an outside thread
    final int parent; // goid of the goroutine that executed go; 0: none
    final Sched sched;
    final Thread thread; // the virtual thread; for an outside thread, that thread
    private @Nullable GoBody
            body; // cleared at the start, so that what it captured can be collected
    private @Nullable Runnable cont; // set by Thread.start; run by an M

    @SuppressWarnings("UnusedVariable") // through STATUS
    private byte status; // the goroutine, its waker and its M, one after the other; others read it

    // racily
    byte waitReason; // ordinal of WaitReason; written before a park
    private byte commit; // from park to commit()
    private boolean parking; // from park to commit()
    boolean pinned; // parked without unmounting; guarded by the lock it waits under
    private byte yieldReason; // ordinal of WaitReason; from goschedImpl() to the hook
    private boolean yieldLocal; // yield to the local queue
    volatile boolean preempt; // asked to give up its P at the next poll
    volatile boolean killed; // is to end
    boolean unwinding; // a Kill was thrown into it
    volatile boolean external; // waits for something outside the program, such as the user
    boolean mainOfRuntime; // its end is the end of the program

    @Nullable M m; // the M that runs it or ran it last
    @Nullable M lockedm; // LockOSThread
    int lockCount; // LockOSThread nesting
    @Nullable G schedlink; // in a global list; guarded by Sched.lock
    @Nullable Waitable waitOn; // what it waits for: for dumps, traces and kills
    private @Nullable Object parkLock; // from park to commit(): SpinLock, Selectgo or GTimer
    private @Nullable Selectgo select; // made by its first select

    @SuppressWarnings("unused") // through SELECT_DONE
    private volatile byte selectDone; // 0: waits in a select; 1: somebody has woken it

    int waitSince; // Sysmon.seconds when it parked last
    int site; // packed goloom.trace.Site of the last call into the runtime
    int goSite; // that of its go statement
    AllGs.@Nullable Chunk allgsChunk; // where AllGs keeps it
    int allgsIndex;
    @Nullable Recovered recovered; // the last panic recovered from, to tell when it goes on

    /// A goroutine. Not started.
    G(Sched sched, int id, int parent, @Nullable String name, GoBody body) {
        this.sched = sched;
        this.id = id;
        this.parent = parent;
        this.body = body;
        this.thread = VThreads.factory().create(this, name, this);
    }

    /// Stands for a thread that is no goroutine while it waits in an operation of ours.
    G(Sched none, Thread outside) {
        this.sched = none;
        this.id = 0;
        this.parent = 0;
        this.thread = outside;
        this.status = RUNNING;
        this.pinned = true;
    }

    /// A panic, and what recover() gave for it.
    record Recovered(Throwable panic, @Nullable Object value) {}

    /// Its name; null if it was given none.
    @Nullable String name() {
        String name = thread.getName();
        return name.isEmpty() ? null : name;
    }

    /// The goroutine that calls this; null on any other thread.
    static @Nullable G current() {
        Thread t = Thread.currentThread();
        if (t.isVirtual() && VThreads.scheduler(t) instanceof G g && g.thread == t) {
            return g;
        }
        return null;
    }

    /// Stands for the calling thread, which is no goroutine, during one operation.
    static G outside() {
        return new G(Sched.NONE, Thread.currentThread());
    }

    boolean isOutside() {
        return id == 0;
    }

    byte status() {
        return (byte) STATUS.getOpaque(this);
    }

    void setStatus(byte s) {
        status = s;
    }

    WaitReason waitReason() {
        return WaitReasons.of(waitReason);
    }

    // ---- life

    /// The whole life of a goroutine, on its virtual thread.
    @Override
    public void run() {
        GoBody b = body;
        body = null;
        boolean normally = false;
        try {
            if (b != null && !killed) {
                b.run();
                normally = true;
            }
        } catch (Kill e) {
            // The end, silently.
        } catch (Throwable e) {
            sched.program.uncaught(this, e);
        } finally {
            exit(normally);
        }
    }

    private void exit(boolean normally) {
        try {
            sched.goexit0(this, normally);
        } catch (Throwable e) {
            sched.crash.report("the end of " + this, null, e);
        }
    }

    /// Runs it on the calling M until it parks, yields or ends.
    void resume() {
        // Never null: newproc calls Thread.start before it queues the goroutine.
        java.util.Objects.requireNonNull(cont).run();
    }

    // ---- park and yield

    /// Waits, and releases `held` as soon as this goroutine is off its thread. Go: gopark.
    void park(WaitReason reason, @Nullable Waitable on, SpinLock held) {
        parkLock = held;
        commit = COMMIT_UNLOCK;
        park(reason, on);
    }

    /// Waits for one of the cases of a select, whose channels are locked.
    void parkSelect(Selectgo s) {
        parkLock = s;
        commit = COMMIT_SELECT;
        park(WaitReason.SELECT, null);
    }

    /// Waits for a timer, which starts when this goroutine is off its thread.
    void parkSleep(GTimer t) {
        parkLock = t;
        commit = COMMIT_SLEEP;
        park(WaitReason.SLEEP, null);
    }

    /// Waits for ever.
    void parkForever(WaitReason reason) {
        selectDone = 0;
        commit = COMMIT_NOTHING;
        park(reason, null);
    }

    private void park(WaitReason reason, @Nullable Waitable on) {
        waitReason = (byte) reason.ordinal();
        waitOn = on;
        if (isOutside()) {
            parkOutside();
            return;
        }
        TraceBuf trace = m().trace;
        if (trace != null) {
            trace.block(this, reason, on);
        }
        waitSince = sched.sysmon.seconds;
        status = WAITING;
        parking = true;
        Thread.yield();
        if (parking) {
            parkPinned();
        }
        endIfKilled();
    }

    /// Begins to unwind a goroutine that is to end.
    void endIfKilled() {
        if (killed) {
            unwinding = true;
            throw Kill.INSTANCE;
        }
    }

    /// A thread that is no goroutine blocks as the thread that it is.
    private void parkOutside() {
        status = WAITING;
        commit();
        while (status() == WAITING) {
            LockSupport.park(this);
            if (Thread.currentThread().isInterrupted() && cancelOutside()) {
                throw new goloom.runtime.GoInterrupted(waitReason().header());
            }
        }
        VarHandle.acquireFence();
    }

    private boolean cancelOutside() {
        Waitable on = waitOn;
        return status() == WAITING && (on == null ? claimSelect() : on.cancelWait(this));
    }

    /// The virtual thread cannot be unmounted: there is a native frame or a class initialiser on
    /// its stack. Its thread blocks, and its P goes to another M.
    private void parkPinned() {
        parking = false;
        pinned = true;
        commit(); // first: until then nothing could wake it, and it would look like a deadlock
        sched.mounted.handoff(m());
        while (status() == WAITING) {
            VThreads.parkPinned(this);
        }
        VarHandle.acquireFence();
        pinned = false;
        status = RUNNING;
        sched.mounted.resume(this);
        TraceBuf trace = m().trace;
        if (trace != null) {
            trace.start(this, goloom.trace.Found.LOCKED, -1);
        }
    }

    /// Makes a park definite: from here on anybody may wake the goroutine.
    @SuppressWarnings("NullAway") // parkLock is what commit says
    private void commit() {
        Object l = parkLock;
        parkLock = null;
        assert l != null || commit == COMMIT_NOTHING;
        switch (commit) {
            case COMMIT_UNLOCK -> ((SpinLock) l).unlock();
            case COMMIT_SELECT -> ((Selectgo) l).unlockAll();
            case COMMIT_SLEEP -> ((GTimer) l).startSleep();
            default -> {}
        }
    }

    /// Gives up the P and goes to the end of the global queue. Go: goschedImpl.
    void goschedImpl(WaitReason reason) {
        TraceBuf trace = m().trace;
        if (trace != null) {
            trace.stop(this, reason);
        }
        yieldReason = (byte) reason.ordinal();
        status = RUNNABLE; // from here on a stack dump leaves it alone
        Thread.yield();
        if (yieldReason != 0) { // pinned
            yieldReason = 0;
            status = RUNNING;
            sched.mounted.gosched(this);
            trace = m().trace;
            if (trace != null) {
                trace.start(this, goloom.trace.Found.LOCKED, -1);
            }
        }
        endIfKilled();
    }

    /// Goes behind the others of its own P, so that the one just readied runs. Go: goyield.
    void yieldToNext() {
        yieldLocal = true;
        goschedImpl(WaitReason.GOSCHED);
        yieldLocal = false;
    }

    /// Its P was taken during a blocking call and none is free: to the global queue. Go:
    /// exitsyscall0.
    void yieldAfterSyscall() {
        yieldReason = (byte) WaitReason.GOSCHED.ordinal();
        status = RUNNABLE;
        Thread.yield();
        if (yieldReason != 0) {
            yieldReason = 0;
            status = RUNNING;
            sched.mounted.waitForP(this, m());
        }
        endIfKilled();
    }

    /// Called by the JDK with the task that continues a virtual thread: at Thread.start; on the M,
    /// after this goroutine was unmounted by Thread.yield(); and by any thread that unparks it.
    @Override
    public void execute(Runnable task) {
        Runnable mine = cont;
        if (mine == null) {
            cont = task; // Thread.start; newproc queues it
            return;
        }
        if (mine != task) {
            // A virtual thread that this goroutine started inherits its scheduler. It is no
            // goroutine.
            sched.runOutside(task);
            return;
        }
        if (Thread.currentThread() instanceof M current && current.curg == this) {
            if (parking) {
                parking = false;
                current.switched = M.PARKED;
                commit();
            } else {
                current.switched = M.YIELDED;
                if (yieldReason == 0) { // Thread.yield() in user code
                    byte was = status(); // or JDK code, that was unparked as it left its thread
                    if ((was != RUNNING && was != SYSCALL)
                            || !STATUS.compareAndSet(this, was, RUNNABLE)) {
                        return; // a stack dump has queued it
                    }
                    TraceBuf trace = current.trace;
                    if (trace != null) {
                        trace.stop(this, WaitReason.GOSCHED);
                    }
                }
                yieldReason = 0;
                P pp = current.p;
                if (yieldLocal && pp != null) {
                    status = RUNNABLE;
                    pp.put(this, false);
                } else {
                    sched.globrunqputAfterYield(this);
                }
            }
            return;
        }
        // Unparked in JDK code; or a stack dump, which asks to schedule it again: in vain, unless
        // an M could not run it because of the dump. If both come at once, one of them counts.
        byte s = status();
        if ((s == RUNNING || s == SYSCALL)
                && VThreads.isRunnable(thread)
                && STATUS.compareAndSet(this, s, RUNNABLE)) {
            sched.readyFromJdk(this);
        }
    }

    // ---- select

    /// Its select state, made at the first use.
    Selectgo select() {
        Selectgo s = select;
        if (s == null) {
            s = new Selectgo(this);
            select = s;
        }
        return s;
    }

    /// Before the cases of a select are queued.
    void openSelect() {
        SELECT_DONE.setOpaque(this, (byte) 0);
    }

    /// The one that wakes a goroutine from its select; false if somebody else was first.
    boolean claimSelect() {
        return SELECT_DONE.compareAndSet(this, (byte) 0, (byte) 1);
    }

    /// The M that runs this goroutine; only for the goroutine itself.
    @SuppressWarnings("NullAway") // a goroutine that runs has an M
    M m() {
        return m;
    }

    /// `goroutine 7 [chan receive]`, for messages of our own.
    @Override
    public String toString() {
        return "goroutine " + id + (name() == null ? "" : " " + name());
    }
}
