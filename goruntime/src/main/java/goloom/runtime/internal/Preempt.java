package goloom.runtime.internal;

import goloom.trace.WaitReason;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/*
 * Polls: where code that is woven for it can be made to give up its P, or to end.
 *
 * A woven class asks, by an invokedynamic, at each method entry and before each backward branch whether it is
 * to poll(). All of a class share one call site. It starts as the constant false, which the JIT removes, so a
 * loop costs what it cost before. When a goroutine has run too long, the sites of the classes on its stack are
 * switched, for good, to the read of a volatile flag. The JVM's own deoptimisation then brings a running loop
 * there.
 *
 * (A plain flag would not do: the JIT reads it once, before the loop. Nor a call of poll() as the target: the
 * JIT does not always inline it, by how often the JDK's own code around it was called, and a small recursive
 * function takes twice as long. The read of a field it always does.)
 */
public final class Preempt {
    private static final MethodHandle FALSE = MethodHandles.zero(boolean.class);

    /// Made when the first goroutine has run too long.
    private static final class Flag {
        static final MethodHandle REQUESTED;

        static {
            try {
                REQUESTED =
                        MethodHandles.lookup()
                                .findStaticGetter(Preempt.class, "requested", boolean.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    /// The polls of one class.
    private static final class Site extends MutableCallSite {
        Site(String className) {
            super(FALSE);
            List<WeakReference<Site>> same =
                    SITES.computeIfAbsent(className, _ -> new ArrayList<>());
            synchronized (same) {
                same.removeIf(ref -> ref.refersTo(null));
                same.add(new WeakReference<>(this));
            }
        }
    }

    private static final ClassValue<Site> SITE =
            new ClassValue<>() {
                @Override
                protected Site computeValue(Class<?> type) {
                    return new Site(type.getName());
                }
            };

    // By name, because stacks have names. Several classes may have the same: one for each loader.
    private static final ConcurrentHashMap<String, List<WeakReference<Site>>> SITES =
            new ConcurrentHashMap<>();

    private static final class Lock extends SpinLock {}

    private static final Lock LOCK = new Lock(); // guards outstanding and G.preempt
    private static int outstanding; // goroutines that were asked and are not there yet; dooms

    private static final List<Predicate<Thread>> DOOMED = new CopyOnWriteArrayList<>();

    /// outstanding > 0; what polls read.
    private static volatile boolean requested;

    private Preempt() {}

    /// Links the question of a woven class: `()boolean`.
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type) {
        return SITE.get(caller.lookupClass());
    }

    /// Gives up the P, or ends, if the calling goroutine was asked to.
    public static void poll() {
        if (requested) {
            slow();
        }
    }

    private static void slow() {
        G g = G.current();
        if (g == null) {
            endIfDoomed(Thread.currentThread());
            return;
        }
        if (!g.preempt) {
            return;
        }
        served(g);
        g.endIfKilled();
        g.goschedImpl(WaitReason.PREEMPTED);
    }

    /// Asks a running goroutine to come to a poll. False if there is no code on its stack that
    /// polls.
    static boolean request(G g) {
        LOCK.lock();
        if (!g.preempt) {
            g.preempt = true;
            outstanding++;
            requested = true;
            TraceBuf t = g.sched.tracer.outside();
            if (t != null) {
                t.preemptRequest(g);
            }
        }
        LOCK.unlock();
        return switchSites(VThreads.mountedStack(g.thread));
    }

    /// It has come to a poll, or has given up its P without.
    static void served(G g) {
        LOCK.lock();
        if (g.preempt) {
            g.preempt = false;
            requested = --outstanding > 0;
        }
        LOCK.unlock();
    }

    // ---- threads that are no goroutines

    /// Ends, at their next poll, the threads that `which` accepts; until [#pardon].
    static void doom(Predicate<Thread> which) {
        LOCK.lock();
        DOOMED.add(which);
        outstanding++;
        requested = true;
        LOCK.unlock();
    }

    static void pardon(Predicate<Thread> which) {
        LOCK.lock();
        if (DOOMED.remove(which)) {
            requested = --outstanding > 0;
        }
        LOCK.unlock();
    }

    private static void endIfDoomed(Thread t) {
        for (Predicate<Thread> which : DOOMED) {
            if (which.test(t)) {
                throw Kill.INSTANCE;
            }
        }
    }

    // ----

    static boolean switchSites(StackTraceElement[] stack) {
        boolean any = false;
        List<MutableCallSite> switched = new ArrayList<>();
        for (StackTraceElement f : stack) {
            List<WeakReference<Site>> sites = SITES.get(f.getClassName());
            if (sites == null) {
                continue;
            }
            any = true;
            synchronized (sites) {
                for (WeakReference<Site> ref : sites) {
                    Site site = ref.get();
                    if (site != null && site.getTarget() == FALSE) {
                        site.setTarget(Flag.REQUESTED);
                        switched.add(site);
                    }
                }
            }
        }
        if (!switched.isEmpty()) {
            MutableCallSite.syncAll(switched.toArray(new MutableCallSite[0]));
        }
        return any;
    }
}
