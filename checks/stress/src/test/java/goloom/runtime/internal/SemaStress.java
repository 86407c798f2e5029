package goloom.runtime.internal;

import goloom.runtime.Cond;
import goloom.runtime.Mutex;
import goloom.runtime.Once;
import goloom.runtime.RWMutex;
import goloom.runtime.WaitGroup;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.lang.reflect.Field;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/// The semaphore, and what is made of it: no wake-up is lost, nobody is let in twice.
public final class SemaStress {
    private static final Field COUNT = Inside.field(Sema.class, "count");

    private SemaStress() {}

    /// As many releases as acquires: all come through, and the count is what it was.
    @JCStressTest
    @Outcome(id = "0", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "a count is left")
    @State
    public static class ReleasesAndAcquires {
        private final Sema s = new Sema(Trace.Resource.Kind.SEMAPHORE);

        @Actor
        public void acquirer1() {
            s.acquire(WaitReason.SEMACQUIRE, false);
        }

        @Actor
        public void acquirer2() {
            s.acquire(WaitReason.SEMACQUIRE, true);
        }

        @Actor
        public void releaser1() {
            s.release(false);
        }

        @Actor
        public void releaser2() {
            s.release(true);
        }

        @Arbiter
        public void count(I_Result r) {
            r.r1 = (int) Inside.read(COUNT, s);
        }
    }

    @JCStressTest
    @Outcome(id = "3", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "two were in the lock")
    @State
    public static class MutexLetsOneIn {
        private final Mutex mu = new Mutex();
        private int n;

        private void add() {
            mu.lock();
            n++;
            mu.unlock();
        }

        @Actor
        public void one() {
            add();
        }

        @Actor
        public void two() {
            add();
        }

        @Actor
        public void three() {
            add();
        }

        @Arbiter
        public void count(I_Result r) {
            r.r1 = n;
        }
    }

    /// r1, r2: what the readers saw of two fields that the writer changes together.
    @JCStressTest
    @Outcome(id = "true, true", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "a reader was in the lock together with the writer")
    @State
    public static class RWMutexKeepsReadersOut {
        private final RWMutex mu = new RWMutex();
        private int a;
        private int b;

        private boolean same() {
            mu.rLock();
            boolean same = a == b;
            mu.rUnlock();
            return same;
        }

        @Actor
        public void writer() {
            mu.lock();
            a++;
            b++;
            mu.unlock();
        }

        @Actor
        public void reader1(ZZ_Result r) {
            r.r1 = same();
        }

        @Actor
        public void reader2(ZZ_Result r) {
            r.r2 = same();
        }
    }

    @JCStressTest
    @Outcome(id = "3, 3", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "await returned before all were done")
    @State
    public static class WaitGroupWaitsForAll {
        private final WaitGroup wg = new WaitGroup();
        private int a;
        private int b;

        public WaitGroupWaitsForAll() {
            wg.add(2);
        }

        @Actor
        public void worker1() {
            a = 1;
            wg.done();
        }

        @Actor
        public void worker2() {
            b = 2;
            wg.done();
        }

        @Actor
        public void waiter1(II_Result r) {
            wg.await();
            r.r1 = a + b;
        }

        @Actor
        public void waiter2(II_Result r) {
            wg.await();
            r.r2 = a + b;
        }
    }

    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "run twice, or a call returned before it had run")
    @State
    public static class OnceRunsOnce {
        private final Once once = new Once();
        private int n;

        @Actor
        public void one(II_Result r) {
            once.run(() -> n++);
            r.r1 = n;
        }

        @Actor
        public void two(II_Result r) {
            once.run(() -> n++);
            r.r2 = n;
        }
    }

    /// Waits for a condition that another makes true: comes to an end only if no signal is lost.
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "woken before the condition was true")
    @State
    public static class CondLosesNoSignal {
        private final Mutex mu = new Mutex();
        private final Cond c = new Cond(mu);
        private int ready;

        private int await() {
            mu.lock();
            while (ready == 0) {
                c.await();
            }
            int seen = ready;
            mu.unlock();
            return seen;
        }

        @Actor
        public void waiter1(II_Result r) {
            r.r1 = await();
        }

        @Actor
        public void waiter2(II_Result r) {
            r.r2 = await();
        }

        @Actor
        public void signaller() {
            mu.lock();
            ready = 1;
            mu.unlock();
            c.signal();
            c.signal();
        }
    }
}
