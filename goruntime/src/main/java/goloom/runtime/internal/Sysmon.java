package goloom.runtime.internal;

import goloom.runtime.Clock;
import goloom.runtime.VirtualClock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/*
 * The watchman: one thread without a P. Go: runtime/proc.go, sysmon and retake.
 *
 *   - a goroutine that has run for 10 ms is asked to give up its P
 *   - the P of an M that has been in an announced call for a tick is handed to another M
 *   - so is the P of an M that blocks in a call which nobody announced: see takeUnannounced
 *   - timers that are overdue, because all Ms are busy, wake an M
 *   - when all Ms sleep, it looks for a deadlock, and moves a virtual clock
 *
 * It looks every 20 us; after 50 looks that found nothing to do, less and less often, down to every 10 ms; when
 * all Ps are idle it sleeps. It works in real time, also when the program's clock is virtual.
 */
final class Sysmon implements Runnable {
    private static final long SHORTEST = 20_000;
    private static final long LONGEST = 10_000_000;
    private static final int QUIET_LOOKS_BEFORE_BACKOFF = 50;
    private static final long TIME_SLICE = 10_000_000; // Go: forcePreemptNS
    private static final long SYSCALL_PATIENCE = 10_000_000;
    private static final long CPU_SAMPLE = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long UNDECIDED_PAUSE = 50_000_000;

    private final Sched sched;
    private final Clock real = Clock.system();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean asleep;
    private volatile boolean lookForDeadlock;
    private volatile boolean preempts = true; // asynchronous preemption, as in Go since 1.14
    private long cpusSeen;

    /// The time to which this has looked last, so that a park need not read a clock. That of a
    /// virtual clock, else of the machine. Read racily: reports tell minutes.
    int seconds;

    private final Map<M, OsThread> osThreads = new HashMap<>(); // this thread only

    Sysmon(Sched sched) {
        this.sched = sched;
        this.thread = new Thread(Threads.group(), this, "goloom-sysmon");
        thread.setDaemon(true);
        this.seconds = now();
    }

    private int now() {
        Clock clock = sched.clock instanceof VirtualClock v ? v : real;
        return (int) (clock.nanos() / SECOND);
    }

    int minutesSince(int second) {
        return (now() - second) / 60;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    void setPreempts(boolean on) {
        preempts = on;
    }

    /// Something begins to run.
    void wake() {
        if (asleep) {
            seconds = now();
            LockSupport.unpark(thread);
        }
    }

    /// All Ms sleep. By the last one.
    void quiet() {
        lookForDeadlock = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        try {
            watch();
        } catch (Throwable e) {
            sched.crash.report("sysmon", null, e);
        } finally {
            osThreads.values().forEach(OsThread::close);
        }
    }

    private void watch() {
        OsThread.waitExactly();
        long delay = SHORTEST;
        int idleLooks = 0;
        while (!stopped) {
            if (sched.allIdle()) {
                sleep();
                idleLooks = 0;
                delay = SHORTEST;
                continue;
            }
            LockSupport.parkNanos(delay);
            long now = real.nanos();
            int second = (int) (now / SECOND);
            if (second != seconds && !(sched.clock instanceof VirtualClock)) {
                seconds = second; // seldom: every park reads it
            }
            if (now - cpusSeen >= CPU_SAMPLE && sched.tracer.isOn()) {
                cpusSeen = now;
                seeCpus();
            }
            boolean acted = retake(now);
            if (!(sched.clock instanceof VirtualClock) && sched.timers.nextWhen() < now) {
                sched.wakep();
            }
            idleLooks = acted ? 0 : idleLooks + 1;
            if (acted) {
                delay = SHORTEST;
            } else if (idleLooks > QUIET_LOOKS_BEFORE_BACKOFF) {
                delay = Math.min(delay * 2, LONGEST);
            }
        }
    }

    private void sleep() {
        asleep = true;
        if (lookForDeadlock) {
            lookForDeadlock = false;
            if (advanceVirtualClock()) {
                asleep = false;
                return;
            }
            if (sched.program.deadlock.look() == Deadlock.Verdict.UNDECIDED) {
                LockSupport.parkNanos(UNDECIDED_PAUSE);
                lookForDeadlock = true;
                asleep = false;
                return;
            }
        }
        if (sched.allIdle() && !stopped && !lookForDeadlock) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    /// Nothing can run: a virtual clock jumps to the next timer, unless a goroutine will be woken
    /// by the machine's clock. Go: checkdead with faketime.
    private boolean advanceVirtualClock() {
        if (sched.clock instanceof VirtualClock clock
                && sched.quietNow()
                && !sched.program.isOver()
                && !sched.program.deadlock.anyWaitsByTheMachinesClock()) {
            long when = sched.timers.nextWhen();
            if (when != Timers.NEVER) {
                clock.advanceTo(when);
                seconds = now();
                sched.wakep();
                return true;
            }
        }
        return false;
    }

    // ---- retake

    /// Runs `action` while this looks at no goroutine.
    synchronized void runAlone(Runnable action) {
        action.run();
    }

    private synchronized boolean retake(long now) {
        boolean acted = false;
        for (P pp : sched.procs()) {
            M m = pp.m;
            if (m == null) {
                continue;
            }
            switch (pp.status) {
                case P.RUNNING -> acted |= watchRunning(pp, m, now);
                case P.SYSCALL -> acted |= watchSyscall(pp, m, now);
                default -> {}
            }
        }
        return acted;
    }

    private boolean watchRunning(P pp, M m, long now) {
        G g = m.curg;
        int switches = m.switches;
        if (switches != pp.seenSwitches) {
            pp.seenSwitches = switches;
            pp.switchedSince = now;
            pp.quietLooks = 0;
        } else {
            pp.quietLooks++;
        }
        boolean over = sliceIsOver(pp, now);
        if (g == null) {
            return false;
        }
        if ((pp.dying || (over && preempts)) && now - pp.preemptedAt >= TIME_SLICE) {
            pp.preemptedAt = now;
            if ((!Preempt.request(g) || pp.dying)
                    && now - pp.switchedSince >= TIME_SLICE
                    && takeUnannounced(pp, m, g)) {
                // It is not in code that polls: as Go does with cgo, the others go on without it.
                return true;
            }
        }
        int looks = pp.quietLooks;
        // Looking at the thread costs more than a tick: after 2, 4, 8, ... looks without a switch.
        return looks >= 2
                && (looks & (looks - 1)) == 0
                && workWaits(pp, now)
                && blocks(m, g)
                && takeUnannounced(pp, m, g);
    }

    /// True if the same goroutine, or pair of goroutines, has had this P for too long, be it in the
    /// one call or in many short ones.
    private static boolean sliceIsOver(P pp, long now) {
        int tick = pp.schedtick;
        if (tick != pp.seenSchedtick) {
            pp.seenSchedtick = tick;
            pp.sliceSince = now;
        }
        return now - pp.sliceSince >= TIME_SLICE;
    }

    private boolean workWaits(P pp, long now) {
        return !pp.isEmpty()
                || sched.hasGlobalWork()
                || now - pp.switchedSince >= SYSCALL_PATIENCE
                || sched.timers.nextWhen() < now;
    }

    /// Tells the trace on which CPUs the busy threads are.
    private void seeCpus() {
        TraceBuf t = sched.tracer.outside();
        for (M m : sched.threadsOf()) {
            OsThread os = m.curg == null ? null : os(m);
            int cpu = os == null ? -1 : os.cpu();
            if (t != null && cpu >= 0) {
                t.cpu(m, sched.tracer.now(), cpu);
            }
        }
    }

    private @Nullable OsThread os(M m) {
        if (osThreads.size() > sched.threadsOf().length) {
            osThreads
                    .entrySet()
                    .removeIf(e -> {
                        boolean ended = !e.getKey().isAlive();
                        if (ended) {
                            e.getValue().close();
                        }
                        return ended;
                    });
        }
        return osThreads.computeIfAbsent(m, _ -> OsThread.open(m.tid));
    }

    /// True if the thread sleeps in the operating system.
    private boolean blocks(M m, G g) {
        OsThread os = os(m);
        if (os == null) {
            StackTraceElement[] stack = VThreads.mountedStack(g.thread);
            return stack.length > 0 && stack[0].isNativeMethod();
        }
        char state = os.state();
        return state == 'S' || state == 'D';
    }

    /// Takes the P of an M whose goroutine blocks, or runs code without polls, and has not said so.
    ///
    /// The M may be anywhere, even about to use its P. First `p` is set to null, under the lock
    /// that the M needs to change it. Reading the goroutine's stack then stops the thread for a
    /// moment, so from there on it sees the null; and the stack tells whether it was inside the
    /// runtime, where it might have read the P before. If so, the P is given back.
    private boolean takeUnannounced(P pp, M m, G g) {
        m.pLock.lock();
        boolean taken = false;
        try {
            if (m.p != pp || m.curg != g) {
                return false;
            }
            int switches = m.switches;
            m.p = null;
            StackTraceElement[] stack = VThreads.mountedStack(g.thread);
            if (m.curg == g && m.switches == switches && Frames.outsideRuntime(stack)) {
                pp.m = null;
                pp.status = P.IDLE;
                taken = true;
            } else {
                m.p = pp;
                return false;
            }
        } finally {
            m.pLock.unlock();
        }
        if (taken) {
            TraceBuf t = sched.tracer.outside();
            if (t != null) {
                t.sysmonSyscall(m, g);
                t.sysmonHandoff(m, pp, g);
            }
            Preempt.request(
                    g); // when it comes back it has no P: its next poll lets it wait for one
            sched.handoffp(pp);
        }
        return taken;
    }

    /// Go: retake, the part for _Psyscall.
    private boolean watchSyscall(P pp, M m, long now) {
        boolean over = sliceIsOver(pp, now) && preempts;
        int tick = pp.syscalltick;
        if (tick != pp.seenSyscalltick) {
            pp.seenSyscalltick = tick;
            pp.syscallSince = now;
            if (!over) {
                return false;
            }
        }
        if (!pp.dying
                && pp.isEmpty()
                && !sched.hasGlobalWork()
                && sched.spinningOrIdle()
                && now - pp.syscallSince < SYSCALL_PATIENCE) {
            return false;
        }
        G g = m.curg;
        if (!pp.casStatus(P.SYSCALL, P.IDLE)) {
            return false;
        }
        pp.syscalltick++;
        pp.m = null;
        TraceBuf t = sched.tracer.outside();
        if (t != null) {
            t.sysmonHandoff(m, pp, g);
        }
        sched.handoffp(pp);
        return true;
    }

    /// Ps that are no longer wanted are to be given up soon. The lock of Sched is held.
    void retakeDying() {
        LockSupport.unpark(thread);
    }
}
