package goloom.runtime.internal;

import goloom.trace.Ending;
import goloom.trace.GoState;
import goloom.trace.Trace;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Takes traces of one runtime, one at a time. While none is taken, each M has no buffer, and an
/// event costs one branch.
final class Tracer {
    private static final AtomicInteger GENERATIONS = new AtomicInteger();
    private static final int MOST_VALUES = 2_000;
    private static final int MOST_CPU_LOOKS = 64;
    private static final VarHandle VALUES;

    static {
        try {
            VALUES = MethodHandles.lookup().findVarHandle(Tracer.class, "values", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// True while any runtime of this JVM takes a trace: a hint that spares channel operations the
    /// way to their M's buffer.
    static volatile boolean anyOn;

    private static final CopyOnWriteArrayList<Tracer> ON = new CopyOnWriteArrayList<>();

    private final Sched sched;

    private static final class Lock extends SpinLock {}

    // No monitor: goroutines take it in the middle of the scheduler, where a goroutine that waits
    // for a monitor would leave its thread.
    private final SpinLock lock = new Lock();

    // Guarded by lock:
    private Recording recording = new Recording(0);
    private Map<Object, Integer> javaObjects = new IdentityHashMap<>();
    private boolean taking; // from start to stop; guarded by this
    private @Nullable TraceBuf others; // of the last trace: threads that are no M; guarded by this

    private volatile long over = -1; // when the program ended; -1: it has not
    private volatile @Nullable TraceBuf outside; // null: nothing is recorded
    private volatile int generation;
    private volatile long start;
    private volatile boolean recordsValues;
    private volatile Predicate<Thread> holds = t -> false;
    private AtomicLong room = new AtomicLong(); // events that may still be recorded
    private final AtomicLong dropped = new AtomicLong();

    @SuppressWarnings("unused") // through VALUES
    private volatile int values;

    Tracer(Sched sched) {
        this.sched = sched;
    }

    /// Starts to record.
    ///
    /// @param mostEvents when there are more, the rest is counted only
    /// @param values record what is sent on channels
    /// @param ofRuntime says which threads, though they are no goroutines, belong to the runtime
    synchronized void start(long mostEvents, boolean values, Predicate<Thread> ofRuntime) {
        if (taking) {
            throw new IllegalStateException("a trace is being taken already");
        }
        taking = true;
        over = -1;
        recording = new Recording(sched.gomaxprocs());
        javaObjects = new IdentityHashMap<>();
        room = new AtomicLong(mostEvents);
        dropped.set(0);
        VALUES.setVolatile(this, 0);
        recordsValues = values;
        holds = ofRuntime;
        generation = GENERATIONS.incrementAndGet();
        start = sched.nanotime();
        TraceBuf out = new TraceBuf(this, null);
        others = out;
        recording.add(out);
        sched.forEachG(g -> {
            GoState s = stateOf(g);
            if (s != GoState.NOT_EXIST) {
                out.status(g, s);
            }
        });
        on(true);
        outside = out;
        for (M m : sched.threadsOf()) {
            if (m.isAlive()) {
                m.trace = buffer(m);
            }
        }
    }

    private static GoState stateOf(G g) {
        return switch (g.status()) {
            case G.RUNNABLE -> GoState.RUNNABLE;
            case G.RUNNING -> JdkWaits.waits(g.thread) ? GoState.WAITING : GoState.RUNNING;
            case G.SYSCALL -> GoState.SYSCALL;
            case G.WAITING -> GoState.WAITING;
            default -> GoState.NOT_EXIST;
        };
    }

    /// A buffer for a new M; null if no trace is taken.
    @Nullable TraceBuf buffer(M m) {
        if (outside == null) {
            return null;
        }
        TraceBuf b = new TraceBuf(this, m);
        lock.lock();
        try {
            recording.add(b);
        } finally {
            lock.unlock();
        }
        return b;
    }

    /// The buffer of threads that are no M; null if no trace is taken.
    @Nullable TraceBuf outside() {
        return outside;
    }

    boolean isOn() {
        return outside != null;
    }

    private void on(boolean now) {
        synchronized (ON) {
            if (now) {
                ON.add(this);
            } else {
                ON.remove(this);
            }
            anyOn = !ON.isEmpty();
        }
    }

    /// Where it is recorded what the calling thread, which is no M and no goroutine, does with `w`:
    /// with its partner's runtime, or that which uses `w` already, or its own. Null: nowhere.
    static @Nullable TraceBuf ofOutsideThread(Waitable w, @Nullable G partner) {
        if (partner != null && !partner.isOutside()) {
            return partner.sched.tracer.outside;
        }
        for (Tracer t : ON) {
            if (w.traceGeneration == t.generation || t.holds.test(Thread.currentThread())) {
                return t.outside;
            }
        }
        return null;
    }

    /// The program is over: how its goroutines are ended is not part of the trace. By the goroutine
    /// that ends it, which must not wait for anything here.
    void over() {
        if (outside != null) {
            over = now();
            silence();
        }
    }

    private void silence() {
        outside = null;
        for (M m : sched.threadsOf()) {
            m.trace = null;
        }
    }

    /// Before the threads end, in a trace that may have ended before sysmon looked: where was each
    /// thread last?
    synchronized void seeCpus() {
        TraceBuf b = others;
        int n = 0;
        for (M m : sched.threadsOf()) {
            if (b == null || !taking || n++ == MOST_CPU_LOOKS) {
                return;
            }
            try (OsThread os = OsThread.open(m.tid)) {
                int cpu = os == null ? -1 : os.cpu();
                if (cpu >= 0) {
                    b.cpu(m, end(), cpu);
                }
            }
        }
    }

    private long end() {
        long t = over;
        return t >= 0 ? t : now();
    }

    /// Stops and gives what was recorded.
    synchronized Trace stop(Ending ending, boolean program, List<String> units) {
        if (!taking) {
            throw new IllegalStateException("no trace is being taken");
        }
        if (over < 0) {
            seeCpus();
        }
        taking = false;
        long end = end();
        silence();
        on(false);
        lock.lock();
        Recording r = recording;
        recording = new Recording(0);
        javaObjects = new IdentityHashMap<>();
        lock.unlock();
        return r.trace(ending, program, units, end, Integer.MAX_VALUE, dropped.get());
    }

    /// What was recorded so far; null if no trace is being taken. The program goes on meanwhile and
    /// waits for nothing.
    ///
    /// @param most the number of events; what comes later is only counted
    @Nullable Trace snapshot(int most, boolean program, List<String> units) {
        Recording r;
        long end;
        synchronized (this) {
            if (!taking) {
                return null;
            }
            end = end();
            r = recording;
        }
        Ending running = new Ending(Ending.Kind.RUNNING, "");
        return r.trace(running, program, units, end, most, dropped.get());
    }

    long now() {
        return sched.nanotime() - start;
    }

    void created(G g) {
        Trace.Goroutine d = new Trace.Goroutine(g.id, g.name(), g.parent, g.goSite);
        lock.lock();
        try {
            recording.add(d);
        } finally {
            lock.unlock();
        }
    }

    /// The number of a resource in this trace; -1: none.
    int index(@Nullable Waitable w) {
        if (w == null) {
            return -1;
        }
        if (w.traceGeneration == generation) {
            return w.traceIndex;
        }
        lock.lock();
        try {
            if (w.traceGeneration != generation) {
                w.traceIndex = recording.add(w.describe(), w);
                w.traceGeneration = generation;
            }
            return w.traceIndex;
        } finally {
            lock.unlock();
        }
    }

    /// The number of a Java object that a goroutine waits for; -1: none.
    int javaIndex(@Nullable Object blocker) {
        if (blocker == null) {
            return -1;
        }
        lock.lock();
        try {
            Integer known = javaObjects.get(blocker);
            if (known == null) {
                int n = javaObjects.size() + 1;
                String name = JdkWaits.nameOf(blocker);
                Trace.Resource r = new Trace.Resource(Trace.Resource.Kind.JAVA, n, name, 0);
                known = recording.add(r, null);
                javaObjects.put(blocker, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /// True if the text of one more value may be kept.
    boolean keepsValue() {
        return recordsValues
                && (int) VALUES.getOpaque(this) < MOST_VALUES
                && (int) VALUES.getAndAdd(this, 1) < MOST_VALUES;
    }

    /// Asks for room for `n` more events.
    boolean room(int n) {
        return room.get() > 0 && room.addAndGet(-n) > -n;
    }

    void drop(int events) {
        dropped.addAndGet(events);
    }
}
