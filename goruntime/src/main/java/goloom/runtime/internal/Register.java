package goloom.runtime.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/*
 * The goroutines of a runtime: their numbers, how many there are, and which.
 *
 * A goroutine is kept and counted on the P that made it, without a lock; what threads without a P of this
 * runtime make is kept here, under a lock. A goroutine may end on another P than it began on: only the sum
 * over all Ps means anything, also over those that a smaller gomaxprocs has put away.
 */
final class Register {
    private static final VarHandle IDS;

    static {
        try {
            IDS = MethodHandles.lookup().findVarHandle(Register.class, "ids", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // through IDS
    private volatile int ids = 2; // 1 is main

    private final AllGs outside = new AllGs(); // guarded by itself, as is `created`
    private long created;
    private final AtomicLong endedWithoutP = new AtomicLong();

    /// The first of `n` numbers that no other goroutine gets.
    int idBatch(int n) {
        return (int) IDS.getAndAdd(this, n);
    }

    /// @param pp the P of the calling M, or null
    void add(G g, @Nullable P pp) {
        if (pp != null) {
            pp.created++;
            pp.allgs.add(g);
        } else {
            synchronized (outside) {
                created++;
                outside.add(g);
            }
        }
    }

    /// @param pp the P of the calling M, or null
    void remove(G g, @Nullable P pp) {
        AllGs.remove(g);
        if (pp != null) {
            pp.ended++;
        } else {
            endedWithoutP.incrementAndGet();
        }
    }

    /// Some that were found leaked need not be counted any more; their slots are gone already.
    void forget(int n) {
        endedWithoutP.addAndGet(n);
    }

    /// Go: gcount.
    int count(P[] ps) {
        long n = -endedWithoutP.get();
        synchronized (outside) {
            n += created;
        }
        for (P pp : ps) {
            n += pp.created - pp.ended;
        }
        return (int) n;
    }

    /// In no order.
    void forEach(P[] ps, Consumer<G> action) {
        List<AllGs> all = new ArrayList<>();
        all.add(outside);
        for (P pp : ps) {
            all.add(pp.allgs);
        }
        for (AllGs gs : all) {
            gs.forEach(action);
        }
    }
}
