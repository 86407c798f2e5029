package goloom.runtime.internal;

import goloom.runtime.GoroutineDump;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;

/*
 * "all goroutines are asleep - deadlock!"
 *
 * Looked for by sysmon when every M sleeps, nothing is queued and no timer is set, while a main function
 * runs. Each goroutine is then one of these:
 *
 *   waits in an operation of ours          asleep
 *   parked with a time limit (JDK)         a timer will fire: no deadlock
 *   waits for a socket (JDK)               no deadlock: in Go an M would sit in netpoll
 *   waits for a process (JDK)              no deadlock: in Go an M would sit in wait4
 *   parked, blocked, in Object.wait (JDK)  asleep, if no outside thread can wake it
 *   waits for the user (stdin)             no deadlock
 *
 * An outside thread is a live thread that a goroutine has started, or a virtual thread of the JDK's own
 * scheduler that one has started, or work in the common pool, or a child process, whose end the JDK tells
 * those who asked. If there is one, nothing is decided, because it may use our channels too. Monitors and the
 * ends of processes are passed on by JDK threads, so if a goroutine waits in JDK code the verdict needs two
 * looks, some time apart, between which nothing has moved.
 *
 * Differs from Go: a program that uses threads of its own gets no verdict; Go does the same with cgo.
 */
final class Deadlock {
    private static final long SECOND_LOOK_NANOS = 2_000_000;

    enum Verdict {
        /// Something runs or will.
        ALIVE,
        /// Nothing moves, but an outside thread may change that. Look again some time.
        UNDECIDED,
        DEADLOCK
    }

    private final Sched sched;
    private final Map<Thread, Boolean> outsideVirtual = new WeakHashMap<>(); // guarded by itself
    private volatile boolean assumeOutside;

    Deadlock(Sched sched) {
        this.sched = sched;
    }

    /// Outside threads may use the channels of this runtime: never decide.
    void assumeOutsideThreads() {
        assumeOutside = true;
    }

    /// A goroutine started a virtual thread of its own.
    ///
    /// @param task what continues it
    void noteOutsideVirtual(Runnable task) {
        Thread t = VThreads.threadOf(task);
        if (t == null) {
            assumeOutside = true; // it cannot be watched
            return;
        }
        synchronized (outsideVirtual) {
            outsideVirtual.put(t, true);
        }
    }

    /// Looks; reports a deadlock to the program. By sysmon, when all Ms have gone to sleep.
    Verdict look() {
        Program program = sched.program;
        if (!program.isRunning() || program.isOver()) {
            return Verdict.ALIVE;
        }
        Verdict v = once();
        if (v == Verdict.DEADLOCK && waitsInJdk) {
            LockSupport.parkNanos(SECOND_LOOK_NANOS);
            v = once();
        }
        if (v != Verdict.DEADLOCK) {
            return v;
        }
        List<GoroutineDump> dump = Dumps.allQuiet(sched);
        // Last, whether main still waits: it may have ended, and left everything quiet, since this
        // look began.
        if (sched.quietSince() != quietSince || !program.isRunning()) {
            return Verdict.ALIVE;
        }
        boolean none = dump.isEmpty() && program.mainCalledGoexit();
        program.deadlocked(none ? Panics.NO_GOROUTINES : Panics.DEADLOCK, dump);
        return v;
    }

    private boolean waitsInJdk; // seen by the last look; sysmon only
    private boolean alive;
    private long quietSince; // what the last look saw was so all the time since then

    private Verdict once() {
        long since = sched.quietSince();
        if (since < 0 || sched.timers.pending()) {
            return Verdict.ALIVE;
        }
        waitsInJdk = false;
        alive = false;
        sched.forEachG(this::consider);
        // Quiet again is not enough: who was seen waiting may have run since, and wait otherwise.
        if (alive || sched.quietSince() != since || sched.timers.pending()) {
            return Verdict.ALIVE;
        }
        quietSince = since;
        return outsideThreads() ? Verdict.UNDECIDED : Verdict.DEADLOCK;
    }

    /// True if a goroutine waits in JDK code with a time limit: the machine's clock will wake it.
    boolean anyWaitsByTheMachinesClock() {
        boolean[] any = {false};
        sched.forEachG(g -> any[0] |= g.status() == G.RUNNING && JdkWaits.isTimed(g.thread));
        return any[0];
    }

    private void consider(G g) {
        if (alive || g.status() == G.WAITING || g.status() == G.DEAD) {
            return;
        }
        if ((g.status() != G.RUNNING && g.status() != G.SYSCALL) || g.external) {
            alive = true;
            return;
        }
        switch (VThreads.state(g.thread)) {
            case VThreads.PARKED -> {
                waitsInJdk = true;
                alive = Frames.inPollerOrProcess(g.thread.getStackTrace());
            }
            case VThreads.BLOCKED, VThreads.WAIT -> {
                waitsInJdk = true;
                alive = VThreads.onWaitingList(g.thread);
            }
            default -> alive = true;
        }
    }

    private boolean outsideThreads() {
        if (assumeOutside) {
            return true;
        }
        synchronized (outsideVirtual) {
            outsideVirtual.keySet().removeIf(t -> !t.isAlive());
            if (!outsideVirtual.isEmpty()) {
                return true;
            }
        }
        ForkJoinPool common = ForkJoinPool.commonPool();
        if (!common.isQuiescent()
                || common.hasQueuedSubmissions()
                || common.getDelayedTaskCount() > 0) {
            return true;
        }
        return Threads.anyStartedByVirtualThreads()
                || ProcessHandle.current().children().findAny().isPresent();
    }
}
