package goloom.runtime.internal;

import goloom.trace.EventKind;
import goloom.trace.Found;
import goloom.trace.WaitReason;
import goloom.trace.Waker;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * The events of one M, in the order in which they happened on it. Written by that M and by the goroutines
 * that run on it; read by any thread, up to `count`, which is released after the event. The buffer of outside
 * threads is written under its lock: a spin lock, because a goroutine that waits for a monitor leaves its thread,
 * in the middle of the scheduler.
 *
 * Time. A reading of the clock costs as much as a quarter of a switch, so there is one for each switch: when
 * a goroutine stops running. The one that runs next on the same M starts at that time, unless it had to be
 * looked for. In between, events take a reading of their own, except in very hot stretches: if the last 16
 * readings were less than a microsecond apart, up to three events in a row repeat the last reading.
 *
 * How an event is packed: see Packed.
 */
final class TraceBuf {
    private static final int LONGS = Packed.LONGS;
    private static final int FIRST = 1 << 8;
    private static final int LARGEST = 1 << 10;
    private static final int HOT = 16;
    private static final int MOST_REPEATS = 3;
    private static final long HOT_NANOS = 1_000;

    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(TraceBuf.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final class Lock extends SpinLock {}

    private final SpinLock lock = new Lock();
    final Tracer tracer;
    final int threadId;
    private final @Nullable M m;
    private final Growing<long[]> chunks = new Growing<>();
    private long[] chunk = new long[FIRST * LONGS]; // the last one
    private int base; // longs in the chunks before
    private int count; // longs; written with COUNT
    private int extra; // events of the last chunk beyond one for each record
    private long last; // the last reading of the clock
    private boolean justStopped; // nothing has happened on this M since a goroutine stopped
    private long
            held; // the record of its block, which is not yet in the buffer; 0: none; see block
    private long heldG;
    private long heldResource;
    private long heldSite;
    private int hot; // how many readings in a row were close together
    private int repeats; // how many events in a row repeated the last reading
    private final Growing<String> values = new Growing<>();
    private final Map<Integer, Integer> cpus = new HashMap<>(); // of threads; guarded by lock

    TraceBuf(Tracer tracer, @Nullable M m) {
        this.tracer = tracer;
        this.m = m;
        this.threadId = m == null ? -1 : m.id;
        chunks.add(chunk);
    }

    // ---- goroutines

    void create(@Nullable G by, G g) {
        tracer.created(g);
        add(
                now(),
                EventKind.GO_CREATE,
                WaitReason.NONE,
                idOf(by),
                g.id,
                -1,
                (by != null ? Waker.GOROUTINE : m == null ? Waker.OUTSIDE : Waker.TIMER).ordinal(),
                g.goSite,
                -1);
    }

    void start(G g, Found found, int stolenFrom) {
        boolean atOnce =
                justStopped
                        && found != Found.STOLEN
                        && found != Found.GLOBAL
                        && found != Found.LOCKED;
        if (atOnce && held != 0) {
            held = Packed.withKind(held, Packed.SWITCH);
            heldG |= g.id;
            heldResource |= found.ordinal();
            release();
            return;
        }
        long t = atOnce ? last : now();
        add(t, EventKind.GO_START, WaitReason.NONE, g.id, stolenFrom, -1, found.ordinal(), 0, -1);
    }

    /// Held back until the next event, which is most often the start of another goroutine: the two
    /// are one record. An M that finds none gives up its P, and that is an event.
    void block(G g, WaitReason reason, @Nullable Waitable on) {
        release();
        held = first(now(), EventKind.GO_BLOCK.ordinal(), reason.ordinal());
        heldG = Packed.two(g.id, 0);
        heldResource = Packed.two(tracer.index(on) + 1, 0);
        heldSite = Packed.two(g.site, 0);
        justStopped = true;
    }

    private void release() {
        long first = held;
        if (first != 0) {
            held = 0;
            put(first, heldG, heldResource, heldSite);
        }
    }

    /// The thread came back without a word: the goroutine waits in JDK code.
    void blockInJdk(G g) {
        add(
                now(),
                EventKind.GO_BLOCK,
                JdkWaits.reason(g.thread),
                g.id,
                0,
                tracer.javaIndex(JdkWaits.blocker(g.thread)),
                0,
                g.site,
                -1);
        justStopped = true;
    }

    void unblock(@Nullable G by, G g, Waker waker) {
        add(
                tick(),
                EventKind.GO_UNBLOCK,
                WaitReason.NONE,
                idOf(by),
                g.id,
                tracer.index(g.waitOn),
                waker.ordinal(),
                by == null ? 0 : by.site,
                -1);
    }

    void stop(G g, WaitReason reason) {
        add(now(), EventKind.GO_STOP, reason, g.id, 0, -1, 0, g.site, -1);
        justStopped = true;
    }

    void end(G g) {
        add(now(), EventKind.GO_END, WaitReason.NONE, g.id, 0, -1, 0, 0, -1);
        justStopped = true;
    }

    void syscallBegin(G g, boolean noticed) {
        add(
                now(),
                EventKind.SYSCALL_BEGIN,
                WaitReason.NONE,
                g.id,
                0,
                -1,
                noticed ? 1 : 0,
                g.site,
                -1);
    }

    void syscallEnd(G g, boolean lost) {
        add(now(), EventKind.SYSCALL_END, WaitReason.NONE, g.id, 0, -1, lost ? 1 : 0, 0, -1);
    }

    // ---- threads and Ps

    void procStart(P p) {
        add(now(), EventKind.PROC_START, WaitReason.NONE, 0, p.id, -1, 0, 0, -1);
    }

    void procStop(P p) {
        add(tick(), EventKind.PROC_STOP, WaitReason.NONE, 0, p.id, -1, 0, 0, -1);
    }

    void steal(int victim, int n) {
        add(tick(), EventKind.STEAL, WaitReason.NONE, 0, victim, -1, n, 0, -1);
    }

    void spin(boolean begin) {
        add(
                tick(),
                begin ? EventKind.SPIN_BEGIN : EventKind.SPIN_END,
                WaitReason.NONE,
                0,
                0,
                -1,
                0,
                0,
                -1);
    }

    void thread(EventKind kind) {
        add(now(), kind, WaitReason.NONE, 0, 0, -1, 0, 0, -1);
    }

    /// The goroutine of `from` blocks; its P leaves it. By the M itself.
    void handoff(M from, P p) {
        G g = from.curg;
        add(now(), EventKind.PROC_HANDOFF, WaitReason.NONE, idOf(g), p.id, -1, 0, 0, -1);
    }

    // ---- channels and locks

    /// Puts a value into words, at once, because it may change later. -1: it is not kept.
    int text(@Nullable Object value) {
        if (!tracer.keepsValue()) {
            return -1;
        }
        return values.add(Words.shortly(value));
    }

    /// `g`, or a thread outside, has sent, received or closed; `ok` false: it received from a
    /// closed channel.
    void channel(EventKind kind, @Nullable G g, Hchan c, boolean ok, int len, int text) {
        int site = g == null ? 0 : g.site;
        add(tick(), kind, WaitReason.NONE, idOf(g), ok ? 0 : 1, tracer.index(c), len, site, text);
    }

    /// `g` has sent to `partner` or received from it, which waited, and wakes it: one event for the
    /// three, for a channel without values in its buffer. False: it is none of this runtime.
    boolean handOver(boolean sent, G g, G partner, Hchan c, int text) {
        if (partner.sched != g.sched) {
            return false;
        }
        release();
        put(
                first(tick(), sent ? Packed.SENT : Packed.RECEIVED, 0),
                Packed.two(g.id, partner.id),
                Packed.two(tracer.index(c) + 1, partner.site),
                Packed.two(g.site, text + 1));
        return true;
    }

    void selectCase(G g, Hchan c, boolean send) {
        sync(EventKind.SELECT_CASE, g, c, send ? 1 : 0);
    }

    void lockThread(G g, boolean lock) {
        EventKind kind = lock ? EventKind.LOCK_THREAD : EventKind.UNLOCK_THREAD;
        add(tick(), kind, WaitReason.NONE, g.id, 0, -1, 0, g.site, -1);
    }

    void sync(EventKind kind, @Nullable G g, Waitable w, int arg) {
        int site = g == null ? 0 : g.site;
        add(tick(), kind, WaitReason.NONE, idOf(g), 0, tracer.index(w), arg, site, -1);
    }

    /// Before what a thread records that need not be the M of this buffer.
    void enter() {
        if (m == null) {
            lock.lock();
        }
    }

    void leave() {
        if (m == null) {
            lock.unlock();
        }
    }

    // ---- from threads that are no M, and from Ms for others: under the lock of this buffer

    void outsideCreate(@Nullable G by, G g) {
        lock.lock();
        try {
            create(by, g);
        } finally {
            lock.unlock();
        }
    }

    void outsideUnblock(@Nullable G by, G g, Waker waker) {
        lock.lock();
        try {
            add(
                    now(),
                    EventKind.GO_UNBLOCK,
                    WaitReason.NONE,
                    idOf(by),
                    g.id,
                    tracer.index(g.waitOn),
                    waker.ordinal(),
                    0,
                    -1);
        } finally {
            lock.unlock();
        }
    }

    void gomaxprocs(int n) {
        lock.lock();
        try {
            add(now(), EventKind.GOMAXPROCS, WaitReason.NONE, 0, 0, -1, n, 0, -1);
        } finally {
            lock.unlock();
        }
    }

    /// sysmon took `p` from `from`, whose goroutine blocks.
    void sysmonHandoff(M from, P p, @Nullable G g) {
        lock.lock();
        try {
            addFrom(from.id, now(), EventKind.PROC_HANDOFF, idOf(g), p.id, 0);
        } finally {
            lock.unlock();
        }
    }

    void sysmonSyscall(M from, G g) {
        lock.lock();
        try {
            addFrom(from.id, now(), EventKind.SYSCALL_BEGIN, g.id, 0, 1);
        } finally {
            lock.unlock();
        }
    }

    /// Noted only when it is another one than before.
    void cpu(M m, long t, int cpu) {
        lock.lock();
        try {
            Integer before = cpus.put(m.id, cpu);
            if (before == null || before != cpu) {
                addFrom(m.id, t, EventKind.THREAD_CPU, 0, 0, cpu);
            }
        } finally {
            lock.unlock();
        }
    }

    void preemptRequest(G g) {
        lock.lock();
        try {
            add(now(), EventKind.PREEMPT_REQUEST, WaitReason.NONE, g.id, 0, -1, 0, 0, -1);
        } finally {
            lock.unlock();
        }
    }

    void status(G g, goloom.trace.GoState state) {
        lock.lock();
        try {
            tracer.created(g);
            add(
                    0,
                    EventKind.GO_STATUS,
                    state == goloom.trace.GoState.WAITING ? g.waitReason() : WaitReason.NONE,
                    g.id,
                    0,
                    tracer.index(state == goloom.trace.GoState.WAITING ? g.waitOn : null),
                    state.ordinal(),
                    g.site,
                    -1);
        } finally {
            lock.unlock();
        }
    }

    /// @param site the line where it was thrown; 0: not known, then it is that of its last call
    void panic(G g, String text, int site) {
        lock.lock();
        try {
            int said = values.add(text);
            add(
                    now(),
                    EventKind.PANIC,
                    WaitReason.NONE,
                    g.id,
                    0,
                    -1,
                    0,
                    site != 0 ? site : g.site,
                    said);
        } finally {
            lock.unlock();
        }
    }

    // ----

    private static int idOf(@Nullable G g) {
        return g == null ? 0 : g.id;
    }

    private long now() {
        long t = tracer.now();
        hot = t - last < HOT_NANOS ? hot + 1 : 0;
        last = t;
        repeats = 0;
        return t;
    }

    private long tick() {
        if (hot >= HOT && repeats < MOST_REPEATS) {
            repeats++;
            return last;
        }
        return now();
    }

    private void addFrom(int thread, long t, EventKind kind, int g, int target, int arg) {
        // The thread goes into the site's place; Tracer.stop knows these kinds from this buffer.
        add(t, kind, WaitReason.NONE, g, target, -1, arg, thread + 1, -1);
    }

    private void add(
            long t,
            EventKind kind,
            WaitReason reason,
            int g,
            int target,
            int resource,
            int arg,
            int site,
            int value) {
        release();
        put(
                first(t, kind.ordinal(), reason.ordinal()),
                Packed.two(g, target),
                Packed.two(resource + 1, arg),
                Packed.two(site, value + 1));
    }

    private long first(long t, int kind, int reason) {
        P p = m == null ? null : m.p;
        return Packed.first(t, kind, reason, p == null ? 0 : p.id + 1);
    }

    private void put(long first, long second, long third, long fourth) {
        justStopped = false;
        int n = count;
        int i = n - base;
        long[] c = chunk;
        if (i == c.length) {
            if (!tracer.room(c.length / LONGS + extra)) {
                tracer.drop(Packed.events(first));
                return;
            }
            extra = 0;
            c = new long[Math.min(c.length * 2, LARGEST * LONGS)];
            chunks.add(c);
            chunk = c;
            base = n;
            i = 0;
        }
        c[i] = first;
        c[i + 1] = second;
        c[i + 2] = third;
        c[i + 3] = fourth;
        extra += Packed.events(first) - 1;
        COUNT.setRelease(this, n + LONGS);
    }

    /// The first events, each by itself.
    long[] unpacked(int most) {
        int n = (int) COUNT.getAcquire(this);
        int events = (int) Math.min(events(n), most);
        long[] all = new long[(events + Packed.MOST_EVENTS) * LONGS];
        int to = 0;
        for (int k = 0, at = 0; to < events * LONGS; k++) {
            long[] c = chunks.get(k);
            for (int i = 0; i < Math.min(c.length, n - at) && to < events * LONGS; i += LONGS) {
                to = Packed.unpack(c, i, all, to);
            }
            at += c.length;
        }
        return Arrays.copyOf(all, events * LONGS);
    }

    /// The number of events.
    long size() {
        return events((int) COUNT.getAcquire(this));
    }

    /// Of the first `n` longs.
    private long events(int n) {
        long events = 0;
        for (int k = 0, at = 0; at < n; k++) {
            long[] c = chunks.get(k);
            for (int i = 0; i < Math.min(c.length, n - at); i += LONGS) {
                events += Packed.events(c[i]);
            }
            at += c.length;
        }
        return events;
    }

    /// Of an event that was read: the text of its value.
    String value(int index) {
        return values.get(index);
    }
}
