package goloom.runtime.internal;

import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/*
 * GOMAXPROCS up and down while goroutines run. Go: runtime/proc.go, procresize.
 *
 *   in use -> dying   // gomaxprocs(n) with n <= id, while an M holds it
 *   dying  -> DEAD    // the M gives it up: bury; its goroutines go to the global queue
 *   dying  -> in use  // gomaxprocs grows before that
 *   DEAD   -> IDLE    // gomaxprocs grows again
 *
 * set(n) returns when no P is dying: from then on at most n goroutines run at once.
 *
 * Differs from Go: the world is not stopped; the other goroutines go on. A goroutine in code that has no
 * polls, such as a long call of the JDK, loses its P after 10 ms as one that blocks does, and runs on
 * without one until it enters the runtime.
 */
final class Procresize {
    private static final long LOOK_EVERY = 20_000;

    private final Sched sched;

    Procresize(Sched sched) {
        this.sched = sched;
    }

    /// Changes the number of Ps, waits for the surplus ones, and returns what it was. Go:
    /// GOMAXPROCS.
    int set(int n) {
        G g = G.current();
        G mine = g != null && g.sched == sched ? g : null;
        sched.lock();
        int before = sched.gomaxprocs();
        if (n != before) {
            resize(n);
        }
        sched.unlock();
        if (n != before) {
            TraceBuf t = sched.tracer.outside();
            if (t != null) {
                t.gomaxprocs(n);
            }
            sched.wakep();
        }
        awaitBurials(mine);
        return before;
    }

    /// The lock is held.
    void resize(int n) {
        P[] ever = sched.procs();
        if (n > ever.length) {
            P[] more = Arrays.copyOf(ever, n);
            for (int i = ever.length; i < n; i++) {
                more[i] = new P(sched, i);
                more[i].status = P.DEAD;
            }
            ever = more;
        }
        int before = sched.gomaxprocs();
        sched.useProcs(ever, n);
        for (int i = before; i < n; i++) {
            P pp = ever[i];
            if (pp.dying) {
                pp.dying = false; // an M still holds it
            } else {
                pp.status = P.IDLE;
                sched.pidle.put(pp);
            }
        }
        if (n < before) {
            for (int i = n; i < before; i++) {
                ever[i].dying = true;
            }
            List<P> kept = new ArrayList<>();
            for (P x = sched.pidle.get(); x != null; x = sched.pidle.get()) {
                if (x.dying) {
                    bury(x);
                } else {
                    kept.add(x);
                }
            }
            kept.forEach(sched.pidle::put);
        }
        sched.updateAttention(); // Ps that are held stop at their next switch
        sched.sysmon.retakeDying();
    }

    /// A P that is no longer wanted, held by nobody. The lock is held.
    void bury(P pp) {
        pp.dying = false;
        pp.status = P.DEAD;
        for (G g = pp.get(); g != null; g = pp.get()) {
            sched.putGlobal(g);
        }
        sched.updateAttention();
    }

    /// The caller keeps its thread meanwhile, and its P if that is to stay.
    private void awaitBurials(@Nullable G mine) {
        while (sched.anyDying && !sched.isDown()) {
            P pp = mine == null ? null : mine.m().settledP();
            if (mine == null) {
                LockSupport.parkNanos(LOOK_EVERY);
            } else if (pp == null || pp.dying) {
                mine.goschedImpl(WaitReason.GOSCHED);
            } else {
                VThreads.osyield();
            }
        }
    }
}
