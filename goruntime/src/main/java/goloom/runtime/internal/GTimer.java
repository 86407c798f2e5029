package goloom.runtime.internal;

import goloom.trace.Trace;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/*
 * One timer. Go: runtime/time.go, timer, as since Go 1.23.
 *
 * Lock order: sendLock, then the channel, then Timers.
 *
 * A channel timer never leaves a stale value behind: stop and reset take sendLock, raise seq, so that a send
 * that is on its way finds itself stale, and empty the channel's buffer.
 */
public final class GTimer extends Waitable {
    private static final AtomicLong ORDER = new AtomicLong();

    /// What a timer does when it is due. Runs on an M, outside every goroutine, and must not block.
    @FunctionalInterface
    public interface Action {
        /// Called with how many nanoseconds late it is.
        void fire(long late);
    }

    private final Timers timers;
    private final Action action;
    private final @Nullable Hchan chan; // of a channel timer
    private final SendLock sendLock = new SendLock(); // channel timers: held while action runs

    // Guarded by timers:
    long when; // when it is due; 0: not set
    private long period; // 0: once
    private long order; // of timers due at the same time, the one set first is first
    int heapIndex = -1; // -1: not in the heap
    private int blocked; // channel timers: goroutines that wait on the channel
    private int seq; // channel timers: the number of stops and resets
    private int sending; // channel timers: sends that are on their way
    private @Nullable G sleeper; // of sleep: who

    private static final class SendLock extends SpinLock {}

    public GTimer(Sched sched, Action action, @Nullable Hchan chan) {
        this.timers = sched.timers;
        this.action = action;
        this.chan = chan;
    }

    /// A timer for sleep.
    private GTimer(G g, long when) {
        this.timers = g.sched.timers;
        this.action = _ -> Sched.ready(g);
        this.chan = null;
        this.sleeper = g;
        this.when = when;
    }

    @Override
    Trace.Resource.Kind kind() {
        return Trace.Resource.Kind.TIMER;
    }

    boolean before(GTimer other) {
        return when != other.when ? when < other.when : order - other.order < 0;
    }

    /// Blocks the goroutine for so many nanoseconds. Go: timeSleep.
    public static void sleep(long nanos) {
        G g = G.current();
        if (g == null) {
            java.util.concurrent.locks.LockSupport.parkNanos(nanos);
            return;
        }
        if (nanos <= 0) {
            return;
        }
        g.parkSleep(new GTimer(g, add(g.sched.nanotime(), nanos)));
    }

    /// `now + nanos`, at most Long.MAX_VALUE - 1.
    static long add(long now, long nanos) {
        long t = now + nanos;
        return nanos > 0 && (t < now || t == Timers.NEVER) ? Timers.NEVER - 1 : t;
    }

    /// The sleeper is off its thread: now it may be woken.
    void startSleep() {
        G g = sleeper;
        if (g != null) {
            g.waitOn = this;
        }
        timers.lock();
        order = ORDER.incrementAndGet();
        timers.add(this);
        timers.unlock();
        timers.sched.wakePoller(when);
    }

    @Override
    boolean cancelWait(G g) {
        timers.lock();
        boolean was = heapIndex >= 0 && sleeper == g;
        if (was) {
            when = 0;
            timers.remove(this);
        }
        timers.unlock();
        return was;
    }

    /// Stops it. True if that prevented it from firing. Go: (*timer).stop.
    public boolean stop() {
        if (chan != null) {
            sendLock.lock();
        }
        timers.lock();
        timers.remove(this);
        boolean pending = when > 0;
        when = 0;
        if (chan != null) {
            seq++;
            if (period == 0 && sending > 0) {
                pending = true;
            }
        }
        timers.unlock();
        if (chan != null) {
            pending |= chan.drainTimer();
            sendLock.unlock();
        }
        return pending;
    }

    /// Sets it to a new time, and says whether it was set before. Go: (*timer).modify.
    ///
    /// @param newWhen on the runtime's clock, in nanoseconds
    /// @param newPeriod 0: fire once
    public boolean set(long newWhen, long newPeriod) {
        if (chan != null) {
            sendLock.lock();
        }
        timers.lock();
        long oldPeriod = period;
        boolean pending = when > 0;
        period = newPeriod;
        when = Math.max(1, newWhen);
        order = ORDER.incrementAndGet();
        boolean wake = false;
        if (heapIndex >= 0) {
            timers.update(this);
            wake = true;
        } else if (chan == null || blocked > 0) {
            timers.add(this);
            wake = true;
        }
        if (chan != null) {
            seq++;
            if (oldPeriod == 0 && sending > 0) {
                pending = true;
            }
        }
        long due = when;
        timers.unlock();
        if (chan != null) {
            pending |= chan.drainTimer(); // before a new send can come
            sendLock.unlock();
        }
        if (wake) {
            timers.sched.wakePoller(due);
        }
        return pending;
    }

    /// Runs it: the lock of the timers is held and given up. Go: (*timer).unlockAndRun.
    void unlockAndRun(long now) {
        long late = now - when;
        long next = 0;
        if (period > 0) {
            next = when + period * (1 + late / period);
            if (next < 0) {
                next = Timers.NEVER - 1;
            }
        }
        int mySeq = seq;
        when = next;
        if (heapIndex >= 0) {
            if (next == 0) {
                timers.remove(this);
            } else {
                timers.update(this);
            }
        }
        boolean counted = chan != null && period == 0;
        if (counted) {
            sending++;
        }
        timers.unlock();
        if (chan == null) {
            action.fire(late);
            return;
        }
        sendLock.lock();
        timers.lock();
        if (counted) {
            sending--;
        }
        boolean stale = seq != mySeq;
        timers.unlock();
        if (!stale) {
            action.fire(late);
        }
        sendLock.unlock();
    }

    /// A channel timer that is not in the heap is run by whoever looks at the channel. Go:
    /// maybeRunChan.
    void maybeRunChan() {
        if (timers.pending() && heapIndex >= 0) {
            return;
        }
        long now = timers.sched.nanotime();
        timers.lock();
        if (heapIndex >= 0 || when == 0 || when > now) {
            timers.unlock();
            return;
        }
        unlockAndRun(now);
    }

    /// A goroutine is about to wait on the channel. The channel is locked. Go: blockTimerChan.
    void block() {
        timers.lock();
        blocked++;
        long due = 0;
        if (heapIndex < 0 && when > 0) {
            timers.add(this);
            due = when;
        }
        timers.unlock();
        if (due != 0) {
            timers.sched.wakePoller(due);
        }
    }

    /// It waits no longer. The channel is locked. Go: unblockTimerChan.
    void unblock() {
        timers.lock();
        if (--blocked == 0) {
            timers.remove(this);
        }
        timers.unlock();
    }
}
