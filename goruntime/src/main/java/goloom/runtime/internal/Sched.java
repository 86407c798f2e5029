package goloom.runtime.internal;

import goloom.runtime.Clock;
import goloom.runtime.GoBody;
import goloom.runtime.SchedulePolicy;
import goloom.runtime.SchedulePolicy.Choice;
import goloom.runtime.VirtualClock;
import goloom.trace.Found;
import goloom.trace.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/*
 * The scheduler: it distributes runnable goroutines over threads. Go: runtime/proc.go.
 *
 *   G  goroutine
 *   M  OS thread
 *   P  processor: what an M needs to run goroutines. There are GOMAXPROCS of them.
 *
 * Waking Ms, as Go does it. An M that has no work looks for some in the other Ps before it sleeps: it is
 * "spinning". At most half as many spin as are busy. Whoever makes a goroutine runnable wakes one spinning
 * M if there is an idle P and nobody spins; a spinning M that finds work and was the last wakes another.
 * So a burst of work wakes the threads one after the other, and a single wake-up wakes at most one.
 *
 *   The order that makes this safe: submit work, then look at nmspinning; stop spinning (nmspinning--),
 *   then look at all queues again. Both sides use full fences, so one of them sees the other.
 *
 * Guarded by `this` (a spin lock): the global queue, the lists of idle Ps and Ms, and changes of allp, allm.
 *
 * Not done: hand-off of a readied goroutine directly to an idle P. It thrashes threads (proc.go, "Worker
 * thread parking/unparking", rejected approach 3).
 *
 * Differs from Go: one heap of timers for all Ps; the world is never stopped. There is no network poller here:
 * the JDK has one, whose wake-ups arrive through G.execute and go to the global queue, as netpoll's do.
 */
public final class Sched extends SpinLock {
    private static final int GLOBAL_EVERY = 61; // Go: schedule, "fairness"
    private static final int STEAL_ROUNDS = 4;
    private static final int SPARE_MS = 2; // for main and for its first goroutine

    private static final VarHandle NMSPINNING;
    private static final VarHandle POLLER;

    static {
        try {
            MethodHandles.Lookup l = MethodHandles.lookup();
            NMSPINNING = l.findVarHandle(Sched.class, "nmspinning", int.class);
            POLLER = l.findVarHandle(Sched.class, "poller", M.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// What outside threads belong to; it runs nothing.
    static final Sched NONE = new Sched(Clock.system(), SchedulePolicy.random());

    final Clock clock;
    final SchedulePolicy policy;
    final Timers timers;
    final Tracer tracer;
    final Sysmon sysmon;
    final Program program;
    final Leaks leaks = new Leaks();
    final Register register = new Register();
    final Crash crash = new Crash(this);
    final Mounted mounted = new Mounted(this);

    private final Globq globq = new Globq();
    final IdlePs pidle = new IdlePs();
    private final Procresize procresize = new Procresize(this);
    private @Nullable M midle; // list
    private int nmidle;
    private volatile int nmspinning;
    private volatile boolean needspinning;
    private volatile int gomaxprocs;
    private volatile P[] allp = new P[0]; // those in use
    private volatile P[] everP = new P[0]; // with those that a smaller gomaxprocs has put away
    private volatile M[] allm = new M[0];
    private int mnext; // the id of the next M
    private final AtomicInteger liveThreads = new AtomicInteger();

    private volatile @Nullable M poller; // the M that sleeps until the next timer
    private volatile long pollUntil;
    private volatile int[] coprimes = {1};

    /// Something rare is to be done before the next goroutine is run: see attend.
    volatile boolean attention;

    volatile boolean anyDying; // Ps that gomaxprocs(n) has put away are still held

    private volatile boolean down;

    public Sched(Clock clock, SchedulePolicy policy) {
        this.clock = clock;
        this.policy = policy;
        this.timers = new Timers(this);
        this.tracer = new Tracer(this);
        this.sysmon = new Sysmon(this);
        this.program = new Program(this);
    }

    /// Makes `n` Ps. Called once, before anything runs.
    ///
    /// With more than one, some Ms are started, and sleep: whoever makes a thread waits for it, a
    /// millisecond on a busy machine, and that would be a main at its first `go`. In Go, too, the
    /// runtime's own goroutines have brought such threads before main begins.
    public void start(int n) {
        lock();
        procresize.resize(n);
        unlock();
        sysmon.start();
        for (int i = 0; n > 1 && i < SPARE_MS; i++) {
            M m = Objects.requireNonNull(newm());
            m.start();
            while (!m.asleep && m.isAlive()) {
                VThreads.osyield();
            }
        }
    }

    public Program program() {
        return program;
    }

    public void setPreempts(boolean on) {
        sysmon.setPreempts(on);
    }

    /// Starts a goroutine, from any thread.
    public void go(@Nullable String name, GoBody body) {
        G g = G.current();
        newproc(g, name, body, g == null ? 0 : g.site);
    }

    /// Starts a goroutine from a timer that is due. Go: time.goFunc.
    public void goFromTimer(GoBody body) {
        newproc(null, null, body, 0);
    }

    public java.time.Instant wallClock() {
        return clock.now();
    }

    /// The time in so many nanoseconds; it never overflows.
    public long after(long nanos) {
        return GTimer.add(nanotime(), nanos);
    }

    public void startTrace(long mostEvents, boolean values, Predicate<Thread> ofRuntime) {
        tracer.start(mostEvents, values, ofRuntime);
    }

    public goloom.trace.Trace stopTrace(
            goloom.trace.Ending ending, boolean wholeProgram, List<String> units) {
        return tracer.stop(ending, wholeProgram, units);
    }

    public goloom.trace.@Nullable Trace snapshotTrace(
            int most, boolean wholeProgram, List<String> units) {
        return tracer.snapshot(most, wholeProgram, units);
    }

    @Nullable ThreadGroup group() {
        return Threads.group();
    }

    public long nanotime() {
        return clock.nanos();
    }

    // ---- creating and readying goroutines

    /// Starts a goroutine. Go: newproc. Called by a goroutine of this runtime or by an outside
    /// thread.
    ///
    /// @param site the packed line of the go statement
    G newproc(@Nullable G parent, @Nullable String name, GoBody body, int site) {
        M m = parent != null && parent.sched == this ? parent.m : M.current();
        P pp = m == null || m.sched != this ? null : m.p;
        G g = create(parent, pp, name, body, site);
        if (m == null || pp == null) {
            TraceBuf trace = tracer.outside();
            if (trace != null) {
                trace.outsideCreate(parent, g);
            }
            g.setStatus(G.RUNNABLE);
            inject(g);
            return g;
        }
        TraceBuf trace = m.trace;
        if (trace != null) {
            trace.create(parent, g);
        }
        g.setStatus(G.RUNNABLE);
        pp.put(g, true);
        if (pidle.size() != 0) {
            wakep();
        }
        return g;
    }

    private G create(
            @Nullable G parent, @Nullable P pp, @Nullable String name, GoBody body, int site) {
        if (down) {
            throw new IllegalStateException("go: this runtime has ended");
        }
        int id = pp != null ? pp.nextGoid(this) : register.idBatch(1);
        G g = new G(this, id, parent == null ? 0 : parent.id, name, body);
        g.goSite = site;
        register.add(g, pp);
        Threads.inheritContext(parent, g.thread);
        g.thread.start(); // calls G.execute, which keeps the task
        return g;
    }

    /// The main goroutine of a program or a cell, number 1. It exists, but is not yet queued.
    G newmain(GoBody body) {
        G g = new G(this, 1, 0, "main", body);
        g.mainOfRuntime = true;
        register.add(g, null);
        Threads.inheritContext(null, g.thread);
        g.thread.start();
        TraceBuf trace = tracer.outside();
        if (trace != null) {
            trace.outsideCreate(null, g);
        }
        g.setStatus(G.RUNNABLE);
        return g;
    }

    /// Puts it in front of the global queue.
    void startMain(G g) {
        lock();
        globq.putHead(g);
        unlock();
        wakep();
    }

    /// Makes a waiting goroutine runnable: it goes to runnext of the caller's P. Go: goready.
    static void ready(G gp) {
        ready(gp, false);
    }

    /// @param told the trace knows it already
    static void ready(G gp, boolean told) {
        G cur = G.current();
        M m = cur != null ? cur.m : M.current();
        if (gp.pinned) {
            readyPinned(cur, m, gp);
            return;
        }
        Sched s = gp.sched;
        P pp;
        if (m == null || m.sched != s || (pp = m.p) == null) {
            s.readyFromOutside(cur, gp, Waker.OUTSIDE);
            return;
        }
        TraceBuf trace = m.trace;
        if (trace != null && !told) {
            trace.unblock(cur, gp, cur == null ? Waker.TIMER : Waker.GOROUTINE);
        }
        gp.setStatus(G.RUNNABLE);
        pp.put(gp, true);
        if (s.pidle.size() != 0) {
            s.wakep();
        }
    }

    /// It waits on its own thread: an outside thread, or a goroutine that cannot be unmounted.
    private static void readyPinned(@Nullable G cur, @Nullable M m, G gp) {
        if (!gp.isOutside()) {
            M mine = m != null && m.sched == gp.sched ? m : null;
            TraceBuf trace = mine != null ? mine.trace : gp.sched.tracer.outside();
            if (trace != null) {
                Waker nobody = mine != null ? Waker.TIMER : Waker.OUTSIDE;
                trace.unblock(cur, gp, cur == null ? nobody : Waker.GOROUTINE);
            }
        }
        VarHandle.releaseFence();
        Thread t = gp.thread;
        gp.setStatus(G.RUNNING);
        java.util.concurrent.locks.LockSupport.unpark(t);
    }

    /// Woken by a thread that is no M of this runtime.
    private void readyFromOutside(@Nullable G by, G gp, Waker waker) {
        TraceBuf trace = tracer.outside();
        if (trace != null) {
            trace.outsideUnblock(by, gp, waker);
        }
        gp.setStatus(G.RUNNABLE);
        inject(gp);
    }

    /// A goroutine that waited in JDK code was unparked.
    void readyFromJdk(G gp) {
        if (crash.happened()) {
            return;
        }
        G cur = G.current();
        M m = cur != null ? cur.m : M.current();
        if (m != null && m.sched == this && m.p != null) {
            ready(gp);
        } else {
            readyFromOutside(cur, gp, Threads.isPoller() ? Waker.NETPOLL : Waker.OUTSIDE);
        }
    }

    /// Puts a runnable goroutine into the global queue and wakes an M if need be.
    private void inject(G g) {
        lock();
        globq.put(g);
        unlock();
        wakep();
    }

    /// A step of a virtual thread that a goroutine started with Thread's own methods.
    void runOutside(Runnable task) {
        program.deadlock.noteOutsideVirtual(task);
        VThreads.runOnDefaultScheduler(task);
    }

    // ---- global queue

    /// The hook after an unmount: the goroutine gave up its P.
    void globrunqputAfterYield(G g) {
        g.setStatus(G.RUNNABLE);
        lock();
        globq.put(g);
        unlock();
        if (pidle.size() != 0) {
            wakep();
        }
    }

    void globrunqputbatch(G[] batch, int n) {
        lock();
        globq.putBatch(batch, n);
        unlock();
    }

    private @Nullable G globrunqget(P pp, int max) {
        if (globq.isEmpty()) {
            return null;
        }
        lock();
        G g = globq.get(pp, max, gomaxprocs);
        unlock();
        return g;
    }

    // ---- finding work

    /// Finds a goroutine to run; sleeps while there is none. Null: the runtime has shut down. On
    /// return the M has a P. Go: findRunnable.
    @Nullable G findRunnable(M m) {
        for (; ; ) {
            P pp = m.settledP();
            if (pp == null) {
                if (!getPOrStop(m)) {
                    return null;
                }
                continue;
            }
            if (attention && !attend(m)) {
                return null;
            }
            if (m.p != pp) {
                continue;
            }
            if (timers.pending()) {
                timers.check(m);
            }
            G g;
            if (pp.schedtick % GLOBAL_EVERY == 0) {
                g = globrunqget(pp, 1);
                if (g != null) {
                    m.found(Found.GLOBAL, false);
                    return g;
                }
            }
            g = pp.get();
            if (g != null) {
                m.found(pp.inheritTime ? Found.RUNNEXT : Found.LOCAL, pp.inheritTime);
                return g;
            }
            g = globrunqget(pp, 0);
            if (g != null) {
                m.found(Found.GLOBAL, false);
                return g;
            }
            if (m.spinning || 2 * nmspinning < gomaxprocs - pidle.size()) {
                if (!m.spinning) {
                    becomeSpinning(m);
                }
                g = stealWork(m, pp);
                if (g != null) {
                    return g;
                }
            }
            if (!waitForWork(m, pp)) {
                return null;
            }
        }
    }

    /// Nothing to run: gives up the P, looks again, and sleeps. Returns with a P and perhaps with
    /// work in sight; false: the runtime has shut down.
    private boolean waitForWork(M m, P pp) {
        lock();
        if (!globq.isEmpty()) {
            unlock();
            return true;
        }
        if (!m.spinning && needspinning) {
            unlock();
            becomeSpinning(m);
            return true;
        }
        if (m.releasep(P.IDLE) != null) {
            pidleput(pp);
        }
        unlock();

        if (m.spinning) {
            m.spinning = false;
            NMSPINNING.getAndAdd(this, -1);
            spun(m, false);
            // Work may have been submitted while we were counted as spinning, without a wake-up.
            // Look again.
            if (!globq.isEmpty() || anyQueued()) {
                lock();
                P again = pidlegetSpinning();
                unlock();
                if (again != null) {
                    m.acquirep(again);
                    becomeSpinning(m);
                    return true;
                }
            }
        }
        if (!(clock instanceof VirtualClock)
                && timers.pending()
                && POLLER.compareAndSet(this, null, m)) {
            sleepUntilTimer(m);
            lock();
            P idle = pidle.get();
            unlock();
            if (idle != null) {
                m.acquirep(idle);
                return !down;
            }
        }
        return stopm(m);
    }

    /// Sleeps until the next timer is due or an earlier one is added. Go: netpoll(delay).
    private void sleepUntilTimer(M m) {
        m.asleep = true;
        for (; ; ) {
            long when = timers.nextWhen();
            pollUntil = when; // before we look again: wakePoller reads it after a timer is added
            VarHandle.fullFence();
            if (timers.nextWhen() < when) {
                continue;
            }
            long delay = when - nanotime();
            if (when == Timers.NEVER || delay <= 0 || down || !globq.isEmpty()) {
                break;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(m, delay);
            if (timers.nextWhen() >= when) {
                break;
            }
        }
        m.asleep = false;
        poller = null;
        VarHandle.fullFence();
    }

    /// A timer was added that is due at `when`. Go: wakeNetPoller.
    void wakePoller(long when) {
        VarHandle.fullFence();
        M m = poller;
        if (m != null) {
            if (when < pollUntil) {
                java.util.concurrent.locks.LockSupport.unpark(m);
            }
        } else if (pidle.size() != 0) {
            wakep();
        }
    }

    private boolean anyQueued() {
        for (P x : allp) {
            if (!x.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void becomeSpinning(M m) {
        m.spinning = true;
        NMSPINNING.getAndAdd(this, 1);
        needspinning = false;
        spun(m, true);
    }

    private static void spun(M m, boolean begin) {
        TraceBuf t = m.trace;
        if (t != null) {
            t.spin(begin);
        }
    }

    /// A spinning M found work. Go: resetspinning.
    void resetspinning(M m) {
        m.spinning = false;
        NMSPINNING.getAndAdd(this, -1);
        spun(m, false);
        wakep();
    }

    /// Visits the other Ps from a random one in a random order. Go: stealWork, stealOrder.
    private @Nullable G stealWork(M m, P pp) {
        P[] ps = allp;
        int n = ps.length;
        int[] steps = coprimes;
        for (int round = 0; round < STEAL_ROUNDS; round++) {
            boolean last = round == STEAL_ROUNDS - 1;
            int pos = m.choices.below(Choice.STEAL_ORDER, n);
            int step =
                    steps.length == 1
                            ? 1
                            : steps[m.choices.below(Choice.STEAL_ORDER, steps.length)];
            for (int i = 0; i < n; i++) {
                P victim = ps[pos];
                pos += step;
                if (pos >= n) {
                    pos -= n;
                }
                if (victim == pp) {
                    continue; // but not idle ones: one may be on its way to an M with its queue
                }
                G g = pp.steal(victim, last);
                if (g != null) {
                    m.stolenFrom = victim.id;
                    m.found(Found.STOLEN, false);
                    TraceBuf t = m.trace;
                    if (t != null) {
                        t.steal(victim.id, pp.stolen);
                    }
                    return g;
                }
            }
        }
        return null;
    }

    /// Wakes one more M to look for work, if a P is idle and nobody spins. Go: wakep.
    void wakep() {
        if (pidle.size() == 0 || nmspinning != 0 || !NMSPINNING.compareAndSet(this, 0, 1)) {
            return;
        }
        lock();
        P pp = pidlegetSpinning();
        if (pp == null) {
            unlock();
            NMSPINNING.getAndAdd(this, -1);
            return;
        }
        M m = midleget();
        unlock();
        startm(m, pp, true);
    }

    /// Runs `pp` on the idle M `m`, or on a new one. Go: startm.
    private void startm(@Nullable M m, P pp, boolean spinning) {
        if (m == null) {
            m = newm();
            if (m == null) { // shut down meanwhile
                return;
            }
            m.spinning = spinning;
            m.nextp = pp;
            m.start();
        } else {
            m.spinning = spinning;
            m.wake(pp);
        }
    }

    private @Nullable M newm() {
        lock();
        try {
            if (down) {
                return null;
            }
            M[] ms = allm;
            M m = new M(this, mnext++);
            m.trace = tracer.buffer(m);
            M[] more = java.util.Arrays.copyOf(ms, ms.length + 1);
            more[ms.length] = m;
            allm = more;
            liveThreads.incrementAndGet();
            return m;
        } finally {
            unlock();
        }
    }

    /// Without a P: takes an idle one or sleeps until it is given one. False: shut down.
    boolean getPOrStop(M m) {
        if (down) {
            return false;
        }
        lock();
        P pp = pidle.get();
        unlock();
        if (pp != null) {
            m.acquirep(pp);
            return true;
        }
        return stopm(m);
    }

    /// Sleeps until it is given a P. Go: stopm.
    boolean stopm(M m) {
        lock();
        if (down) {
            unlock();
            return false;
        }
        m.link = midle;
        midle = m;
        nmidle++;
        boolean quiet = isQuiet();
        unlock();
        if (quiet) {
            sysmon.quiet();
        }
        return m.awaitP();
    }

    private @Nullable M midleget() {
        M m = midle;
        if (m != null) {
            midle = m.link;
            m.link = null;
            nmidle--;
        }
        return m;
    }

    private void pidleput(P pp) {
        if (pp.dying) {
            procresize.bury(pp);
            return;
        }
        pidle.put(pp);
    }

    private @Nullable P pidlegetSpinning() {
        P pp = pidle.get();
        if (pp == null) {
            needspinning = true;
        }
        return pp;
    }

    // ---- losing and getting back a P

    /// Gives a P, which an M has just lost, to another M or to the idle list. Go: handoffp.
    void handoffp(P pp) {
        if (pp.dying) {
            lock();
            pidleput(pp);
            unlock();
            wakep();
            return;
        }
        if (!pp.isEmpty() || !globq.isEmpty()) {
            lock();
            M m = midleget();
            unlock();
            startm(m, pp, false);
            return;
        }
        if (nmspinning + pidle.size() == 0 && NMSPINNING.compareAndSet(this, 0, 1)) {
            needspinning = false;
            lock();
            M m = midleget();
            unlock();
            startm(m, pp, true);
            return;
        }
        lock();
        if (!globq.isEmpty()
                || (timers.pending() && pidle.size() == gomaxprocs - 1 && poller == null)) {
            M m = midleget();
            unlock();
            startm(m, pp, false);
            return;
        }
        pidleput(pp);
        unlock();
    }

    /// Go: entersyscall. The goroutine is about to make a call that may block its thread.
    void entersyscall(G g) {
        M m = g.m();
        TraceBuf t = m.trace;
        if (t != null) {
            t.syscallBegin(g, false);
        }
        g.setStatus(G.SYSCALL);
        P pp = m.settledP();
        if (pp != null) {
            pp.syscalltick++;
            m.releasep(P.SYSCALL); // from here on sysmon may take it
        }
        sysmon.wake();
    }

    /// The goroutine that had announced a blocking call left its thread in it, to wait in JDK code:
    /// the M takes its P back, if it still can.
    void leftInSyscall(M m) {
        P pp = m.oldp;
        m.oldp = null;
        if (pp != null && pp.casStatus(P.SYSCALL, P.RUNNING)) {
            m.acquirep(pp);
        }
    }

    /// Go: exitsyscall.
    void exitsyscall(G g) {
        M m = g.m();
        P pp = m.oldp;
        m.oldp = null;
        if (pp != null && pp.casStatus(P.SYSCALL, P.RUNNING)) {
            m.acquirep(pp);
            pp.syscalltick++;
            g.setStatus(G.RUNNING);
            TraceBuf t = m.trace;
            if (t != null) {
                t.syscallEnd(g, false);
            }
            return;
        }
        lock();
        pp = pidle.get();
        unlock();
        g.setStatus(G.RUNNING);
        TraceBuf t = m.trace;
        if (pp != null) {
            m.acquirep(pp);
            pp.syscalltick++;
            if (t != null) {
                t.syscallEnd(g, false);
            }
            return;
        }
        if (t != null) {
            t.syscallEnd(g, true);
        }
        g.yieldAfterSyscall();
    }

    // ---- GOMAXPROCS

    public int gomaxprocs() {
        return gomaxprocs;
    }

    /// Changes the number of Ps and returns what it was: when at most `n` goroutines run. Go:
    /// GOMAXPROCS.
    public int setGomaxprocs(int n) {
        return procresize.set(n);
    }

    /// The first `n` of all Ps are to be used. The lock is held.
    void useProcs(P[] ever, int n) {
        everP = ever;
        gomaxprocs = n;
        allp = java.util.Arrays.copyOf(ever, n);
        coprimes = StealOrder.coprimes(n);
    }

    /// The lock is held.
    void putGlobal(G g) {
        globq.put(g);
    }

    // ---- rare things, end of the runtime

    private final Freeze freeze = new Freeze(this);

    Freeze freeze() {
        return freeze;
    }

    /// Before an M runs its next goroutine, when `attention` is set. False: the runtime has shut
    /// down.
    boolean attend(M m) {
        if (down) {
            return false;
        }
        freeze.await(m);
        P pp = m.p;
        if (pp != null && pp.dying) {
            lock();
            if (pp.dying && m.releasep(P.IDLE) != null) { // else it is wanted again
                procresize.bury(pp);
            }
            boolean work = !globq.isEmpty();
            unlock();
            if (m.spinning && m.p == null) { // it will not find what was left to it
                m.spinning = false;
                NMSPINNING.getAndAdd(this, -1);
                spun(m, false);
                work = true;
            }
            if (work) {
                wakep();
            }
        }
        return !down;
    }

    /// The lock is held.
    void updateAttention() {
        boolean dying = false;
        for (P pp : everP) {
            dying |= pp.dying;
        }
        anyDying = dying;
        attention = down || freeze.isFrozen() || dying;
    }

    boolean isDown() {
        return down;
    }

    /// Stops the threads; goroutines that are still there never run again.
    void shutdown() {
        lock();
        down = true;
        attention = true;
        M[] ms = allm;
        unlock();
        for (M m : ms) {
            java.util.concurrent.locks.LockSupport.unpark(m);
        }
        sysmon.stop();
    }

    /// The goroutine of `m` has ended locked to it: so does the thread, in whatever state it was
    /// left. Go: mexit.
    void mexit(M m) {
        P pp = m.releasep(P.IDLE);
        lock();
        List<M> left = new ArrayList<>(Arrays.asList(allm));
        left.remove(m);
        allm = left.toArray(new M[0]);
        unlock();
        if (pp != null) {
            handoffp(pp);
        }
    }

    void threadEnded() {
        liveThreads.decrementAndGet();
        if (!down && quietNow()) {
            sysmon.quiet();
        }
    }

    /// The number of OS threads of this runtime that are alive.
    public int threads() {
        return liveThreads.get();
    }

    /// After a crash: no goroutine is started any more. Takes no lock.
    void stopAll() {
        down = true;
        attention = true;
        for (M m : allm) {
            java.util.concurrent.locks.LockSupport.unpark(m);
        }
        sysmon.stop();
    }

    /// All Ms sleep and nothing is queued. The lock is held. Go: checkdead.
    boolean isQuiet() {
        return liveThreads.get() == nmidle + mounted.waiting() && globq.isEmpty();
    }

    /// True if nothing runs and nothing can run without a timer or an outside thread.
    boolean quietNow() {
        return quietSince() >= 0;
    }

    /// If nothing runs now, a number that is the same as long as nothing has run in between; else
    /// -1.
    long quietSince() {
        lock();
        boolean quiet = isQuiet() && pidle.size() == allp.length;
        long taken = pidle.taken();
        unlock();
        return quiet ? taken : -1;
    }

    boolean allIdle() {
        return pidle.size() == allp.length && !anyDying;
    }

    boolean hasIdleP() {
        return pidle.size() != 0;
    }

    boolean spinningOrIdle() {
        return nmspinning + pidle.size() > 0;
    }

    /// At least one other P runs goroutines.
    boolean othersWork() {
        return gomaxprocs > pidle.size() + nmspinning + 1;
    }

    boolean hasGlobalWork() {
        return !globq.isEmpty();
    }

    /// All Ps, also those that are being put away.
    P[] procs() {
        return everP;
    }

    M[] threadsOf() {
        return allm;
    }

    @Nullable M pollerThread() {
        return poller;
    }

    // ---- goroutines: end and list

    /// The last thing that a goroutine does. Go: goexit0.
    void goexit0(G g, boolean normally) {
        M m = g.m();
        TraceBuf t = m.trace;
        if (t != null) {
            t.end(g);
        }
        g.setStatus(G.DEAD); // if it is locked to its thread, that ends too: see M.schedule
        register.remove(g, m.p);
        m.switched = M.ENDED;
        if (g.mainOfRuntime) {
            program.mainEnded(g, normally);
        }
    }

    /// The number of goroutines that exist. Go: gcount.
    public int numGoroutine() {
        return register.count(everP);
    }

    /// Every goroutine that exists, in no order.
    void forEachG(Consumer<G> action) {
        register.forEach(everP, action);
    }

    /// One line for each M and P: for crash reports and tests.
    public String state() {
        return Schedtrace.of(this, pidle.size(), threads(), nmspinning, nmidle, globq.size());
    }

    /// Nothing runs, is queued or looks for work.
    public boolean isIdle() {
        return allIdle() && globq.isEmpty() && nmspinning == 0;
    }

    /// Nothing is queued.
    boolean nothingQueued() {
        return globq.isEmpty() && !anyQueued();
    }
}
