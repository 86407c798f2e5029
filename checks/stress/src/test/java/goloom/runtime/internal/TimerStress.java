package goloom.runtime.internal;

import goloom.runtime.Clock;
import goloom.runtime.SchedulePolicy;
import goloom.runtime.VirtualClock;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/// Timers that are due while they are stopped or set: each fires as often as it says, and a channel
/// shows no old value.
public final class TimerStress {
    private static final long FAR = Long.MAX_VALUE / 2;

    private TimerStress() {}

    /// Timers whose first is due now.
    public abstract static class Timed {
        final VirtualClock clock = Clock.virtual();
        final Sched sched = new Sched(clock, SchedulePolicy.random());
        final AtomicInteger fired = new AtomicInteger();

        /// What an M does that looks for timers.
        void check() {
            sched.timers.check(null);
        }

        GTimer function() {
            return new GTimer(sched, _ -> fired.incrementAndGet(), null);
        }
    }

    /// r1: stop says that it came in time; r2: how often it fired.
    @JCStressTest
    @Outcome(id = "true, 0", expect = Expect.ACCEPTABLE, desc = "stopped in time")
    @Outcome(id = "false, 1", expect = Expect.ACCEPTABLE, desc = "too late")
    @Outcome(expect = Expect.FORBIDDEN, desc = "stop lies")
    @State
    public static class StopAgainstFire extends Timed {
        private final GTimer t = function();
        private boolean stopped;

        public StopAgainstFire() {
            t.set(1, 0);
        }

        @Actor
        public void stopper() {
            stopped = t.stop();
        }

        @Actor
        public void machine() {
            check();
        }

        @Arbiter
        public void count(ZI_Result r) {
            check();
            r.r1 = stopped;
            r.r2 = fired.get();
        }
    }

    /// Two Ms look for timers at the same time: two timers fire once each.
    @JCStressTest
    @Outcome(id = "2", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    @State
    public static class TwoMachines extends Timed {
        public TwoMachines() {
            function().set(1, 0);
            function().set(1, 0);
        }

        @Actor
        public void machine1() {
            check();
        }

        @Actor
        public void machine2() {
            check();
        }

        @Arbiter
        public void count(I_Result r) {
            check();
            r.r1 = fired.get();
        }
    }

    /// r1: reset says that it was still to fire; r2: how often it fired before, r3: at its new
    /// time.
    @JCStressTest
    @Outcome(id = "1, 0, 1", expect = Expect.ACCEPTABLE, desc = "moved in time")
    @Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "too late, it fires twice")
    @Outcome(expect = Expect.FORBIDDEN, desc = "reset lies, or a time is lost")
    @State
    public static class ResetAgainstFire extends Timed {
        private final GTimer t = function();
        private boolean moved;

        public ResetAgainstFire() {
            t.set(1, 0);
        }

        @Actor
        public void mover() {
            moved = t.set(FAR, 0);
        }

        @Actor
        public void machine() {
            check();
        }

        @Arbiter
        public void count(III_Result r) {
            check();
            r.r1 = moved ? 1 : 0;
            r.r2 = fired.get();
            clock.advanceTo(FAR);
            check();
            r.r3 = fired.get() - r.r2;
        }
    }

    /// Setting and stopping from two sides: afterwards it is set or not, and the heap agrees.
    @JCStressTest
    @Outcome(
            id = {"0, 0", "1, 1"},
            expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "the heap has lost it, or keeps it")
    @State
    public static class SetAgainstStop extends Timed {
        private final GTimer t = function();

        public SetAgainstStop() {
            t.set(FAR, 0);
        }

        @Actor
        public void setter() {
            t.set(FAR / 2, 0);
        }

        @Actor
        public void stopper() {
            t.stop();
        }

        @Arbiter
        public void count(II_Result r) {
            r.r1 = sched.timers.pending() ? 1 : 0;
            clock.advanceTo(FAR);
            check();
            r.r2 = fired.get();
        }
    }

    /// The timer of a channel that is due and that nobody waits for.
    public abstract static class ChanTimed extends Timed {
        final Hchan c = new Hchan(1);
        final GTimer t = new GTimer(sched, _ -> c.timerSend("tick"), c);

        ChanTimed() {
            c.setTimer(t);
            t.set(1, 0);
        }

        int recvNow() {
            return c.recvNow() == Hchan.NOT_READY ? 0 : 1;
        }
    }

    /// r1: stop says that it prevented the tick, r2: a reader got it, r3: it is still there.
    @JCStressTest
    @Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "stopped in time")
    @Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "too late")
    @Outcome(expect = Expect.FORBIDDEN, desc = "stop lies, or an old value is left")
    @State
    public static class ChanStopAgainstReceive extends ChanTimed {
        private boolean stopped;
        private int received;

        @Actor
        public void stopper() {
            stopped = t.stop();
        }

        @Actor
        public void reader() {
            received = recvNow();
        }

        @Arbiter
        public void count(III_Result r) {
            r.r1 = stopped ? 1 : 0;
            r.r2 = received;
            r.r3 = recvNow();
        }
    }

    /// Two readers of one tick. r1 and r2: who got it.
    @JCStressTest
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost or doubled")
    @State
    public static class ChanTwoReaders extends ChanTimed {
        @Actor
        public void reader1(II_Result r) {
            r.r1 = recvNow();
        }

        @Actor
        public void reader2(II_Result r) {
            r.r2 = recvNow();
        }
    }

    /// After a reset no old value can be received.
    @JCStressTest
    @Outcome(
            id = {"0, 0", "1, 0"},
            expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "an old value after the reset")
    @State
    public static class ChanResetAgainstReceive extends ChanTimed {
        @Actor
        public void resetter(II_Result r) {
            t.set(FAR, 0);
            r.r2 = recvNow();
        }

        @Actor
        public void reader(II_Result r) {
            r.r1 = recvNow();
        }
    }
}
