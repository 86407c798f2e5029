package goloom.runtime.internal;

import goloom.runtime.Clock;
import goloom.runtime.SchedulePolicy;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/// The run queue of a P: every goroutine that is put in comes out once, and none is kept.
public final class RunqStress {
    private static final Sched SCHED = new Sched(Clock.system(), SchedulePolicy.random());

    /// Queues only hold them, so that all states can share them; but for the global queue, which
    /// links them.
    private static final G[] SHARED = goroutines(4);

    private RunqStress() {}

    private static G[] goroutines(int n) {
        G[] gs = new G[n];
        for (int i = 0; i < n; i++) {
            gs[i] = new G(SCHED, i, 0, null, () -> {});
        }
        return gs;
    }

    /// A P, two thieves, and what each of them has got.
    public abstract static class Queues {
        final Sched sched;
        final P owner;
        final P thief1;
        final P thief2;
        final G[] gs;
        G got1;
        G got2;
        G got3;
        G got4;

        Queues(Sched sched, G[] gs) {
            this.sched = sched;
            this.gs = gs;
            owner = new P(sched, 0);
            thief1 = new P(sched, 1);
            thief2 = new P(sched, 2);
        }

        /// `each once`, or what is wrong.
        String verdict() {
            int[] seen = new int[gs.length];
            for (G g : new G[] {got1, got2, got3, got4}) {
                if (g != null) {
                    seen[g.id]++;
                }
            }
            for (P p : new P[] {owner, thief1, thief2}) {
                for (G g = p.get(); g != null; g = p.get()) {
                    seen[g.id]++;
                }
                if (!p.isEmpty()) {
                    return "a queue is not empty";
                }
            }
            for (G g = global(); g != null; g = global()) {
                seen[g.id]++;
            }
            for (int i = 0; i < seen.length; i++) {
                if (seen[i] != 1) {
                    return "goroutine " + i + " came out " + seen[i] + " times";
                }
            }
            return keepsNothing() ? "each once" : "a slot keeps a goroutine alive";
        }

        private G global() {
            return ((Globq) Inside.read(GLOBQ, sched)).get(owner, 1, 1);
        }

        private boolean keepsNothing() {
            for (P p : new P[] {owner, thief1, thief2}) {
                for (Object slot : (Object[]) Inside.read(RING, p)) {
                    if (slot != null) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static final Field GLOBQ = Inside.field(Sched.class, "globq");
    private static final Field RING = Inside.field(Runq.class, "ring");

    @JCStressTest
    @Outcome(id = "each once", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or left behind")
    @State
    public static class OwnerAgainstThief extends Queues {
        public OwnerAgainstThief() {
            super(SCHED, Arrays.copyOf(SHARED, 3));
        }

        @Actor
        public void owner() {
            owner.put(gs[0], false);
            owner.put(gs[1], true);
            got1 = owner.get();
            owner.put(gs[2], true);
            got2 = owner.get();
        }

        @Actor
        public void thief() {
            got3 = thief1.steal(owner, true);
            got4 = thief1.steal(owner, true);
        }

        @Arbiter
        public void count(L_Result r) {
            r.r1 = verdict();
        }
    }

    @JCStressTest
    @Outcome(id = "each once", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or left behind")
    @State
    public static class OwnerTakesWhatIsStolen extends Queues {
        public OwnerTakesWhatIsStolen() {
            super(SCHED, SHARED);
            for (G g : gs) {
                owner.put(g, false);
            }
        }

        @Actor
        public void owner() {
            got1 = owner.get();
            got2 = owner.get();
        }

        @Actor
        public void thief() {
            got3 = thief1.steal(owner, false);
            got4 = thief1.steal(owner, false);
        }

        @Arbiter
        public void count(L_Result r) {
            r.r1 = verdict();
        }
    }

    @JCStressTest
    @Outcome(id = "each once", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or left behind")
    @State
    public static class TwoThieves extends Queues {
        public TwoThieves() {
            super(SCHED, SHARED);
        }

        @Actor
        public void owner() {
            for (G g : gs) {
                owner.put(g, false);
            }
            got1 = owner.get();
        }

        @Actor
        public void thief1() {
            got2 = thief1.steal(owner, false);
        }

        @Actor
        public void thief2() {
            got3 = thief2.steal(owner, true);
        }

        @Arbiter
        public void count(L_Result r) {
            r.r1 = verdict();
        }
    }

    /// One more goes into a full queue, which moves half of it to the global one, while a thief
    /// takes half.
    @JCStressTest
    @Outcome(id = "each once", expect = Expect.ACCEPTABLE)
    @Outcome(expect = Expect.FORBIDDEN, desc = "lost, doubled or left behind")
    @State
    public static class Overflow extends Queues {
        public Overflow() {
            super(new Sched(Clock.system(), SchedulePolicy.random()), goroutines(Runq.SIZE + 1));
            for (int i = 0; i < Runq.SIZE; i++) {
                owner.put(gs[i], false);
            }
        }

        @Actor
        public void owner() {
            owner.put(gs[Runq.SIZE], false);
        }

        @Actor
        public void thief() {
            got1 = thief1.steal(owner, false);
        }

        @Arbiter
        public void count(L_Result r) {
            r.r1 = verdict();
        }
    }

    /// A queue with one in it that the owner changes: it is never seen empty.
    @JCStressTest
    @Outcome(id = "false", expect = Expect.ACCEPTABLE)
    @Outcome(id = "true", expect = Expect.FORBIDDEN, desc = "seen empty, though it never was")
    @State
    public static class NeverEmpty extends Queues {
        public NeverEmpty() {
            super(SCHED, Arrays.copyOf(SHARED, 2));
            owner.put(gs[0], true);
        }

        @Actor
        public void owner() {
            owner.put(gs[1], true); // kicks the other to the ring
            got1 = owner.get();
        }

        @Actor
        public void looker(L_Result r) {
            r.r1 = owner.isEmpty();
        }
    }
}
