package goloom.runtime.internal;

import goloom.runtime.SchedulePolicy.Choice;
import goloom.runtime.SchedulePolicy.Source;
import goloom.trace.WaitReason;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/*
 * select. Go: runtime/select.go, selectgo.
 *
 *   pass 1  look at the cases in a random order; the first that can go on is chosen
 *   pass 2  if none can: queue on all channels, and wait
 *   pass 3  leave the queues of the cases that were not chosen
 *
 * All channels are locked during passes 1 and 2, in the order of their ids, so that two selects cannot wait for
 * each other. The locks of pass 2 are released when the goroutine is off its thread. In pass 3 each channel is
 * locked by itself.
 *
 * One object for each goroutine, used again by its next select. Nil channels take no part.
 */
public final class Selectgo {
    /// What [#run] gives when no case can go on and it may not wait.
    public static final int NONE = -1;

    private final G g;
    private int n; // cases
    private @Nullable Hchan[] chans = new Hchan[4];
    private boolean[] sends = new boolean[4];
    private @Nullable Object[] elems = new Object[4];
    private Sudog[] sudogs = new Sudog[0];
    private int[] pollorder = new int[4]; // numbers of cases, without nil channels
    private Hchan[] lockorder = new Hchan[0]; // each channel once, by id
    private int polled;
    private int locked;
    @Nullable Sudog chosen; // set by the one that wakes us, before it does
    private @Nullable Object received;

    Selectgo(G g) {
        this.g = g;
    }

    /// Begins a select of the calling thread. Between this and [#run], only add may be called.
    public static Selectgo begin() {
        G g = G.current();
        Selectgo s = g != null ? g.select() : G.outside().select();
        s.n = 0;
        return s;
    }

    /// Adds a case. `elem` is the value to send.
    public void add(@Nullable Hchan c, boolean send, @Nullable Object elem) {
        if (n == sends.length) {
            int more = n * 2;
            chans = Arrays.copyOf(chans, more);
            sends = Arrays.copyOf(sends, more);
            elems = Arrays.copyOf(elems, more);
            pollorder = new int[more];
        }
        chans[n] = c;
        sends[n] = send;
        elems[n] = elem;
        n++;
    }

    /// The value that the chosen case received, or [Hchan#CLOSED].
    public @Nullable Object received() {
        Object v = received;
        received = null;
        return v;
    }

    /// Chooses a case and gives its number, as added. Without `block` it gives [#NONE] if none can
    /// go on.
    public int run(boolean block) {
        int chosen = run0(block);
        forget();
        return chosen;
    }

    /// What a goroutine selected on last must not be kept alive by it.
    @SuppressWarnings("NullAway") // beyond `locked` nobody looks
    private void forget() {
        for (int i = 0; i < n; i++) {
            chans[i] = null;
            elems[i] = null;
        }
        for (int i = 0; i < locked; i++) {
            lockorder[i] = null;
        }
    }

    private int run0(boolean block) {
        if (g.killed) {
            throw Kill.INSTANCE;
        }
        order();
        if (polled == 0) {
            if (!block) {
                return NONE;
            }
            g.parkForever(n == 0 ? WaitReason.SELECT_NO_CASES : WaitReason.SELECT);
            throw new IllegalStateException("a wait without end has ended");
        }
        lockAll();
        for (int k = 0; k < polled; k++) {
            int i = pollorder[k];
            Hchan c = chan(i);
            if (sends[i]) {
                if (c.selectSend(elems[i], this)) {
                    return i;
                }
            } else {
                Object v = c.selectRecv(this);
                if (v != Hchan.NOT_READY) {
                    received = v;
                    return i;
                }
            }
        }
        if (!block) {
            unlockAll();
            return NONE;
        }
        return await();
    }

    private int await() {
        if (sudogs.length < n) {
            int had = sudogs.length;
            sudogs = Arrays.copyOf(sudogs, sends.length);
            for (int i = had; i < sudogs.length; i++) {
                sudogs[i] = new Sudog(g);
            }
        }
        chosen = null;
        g.openSelect();
        for (int k = 0; k < polled; k++) {
            int i = pollorder[k];
            Hchan c = chan(i);
            Sudog s = sudogs[i];
            s.elem = sends[i] ? elems[i] : null;
            s.success = false;
            if (sends[i]) {
                c.sendq.enqueue(s);
            } else {
                c.recvq.enqueue(s);
                GTimer t = c.timer();
                if (t != null) {
                    t.block();
                }
            }
        }
        trace();
        try {
            g.parkSelect(this);
        } finally {
            g.waitOn = null;
            leave();
        }
        Sudog s = chosen;
        assert s != null : "woken from select by nobody";
        int i = 0;
        while (sudogs[i] != s) {
            i++;
        }
        if (sends[i]) {
            s.elem = null;
            if (!s.success) {
                throw Panics.sendOnClosed();
            }
        } else {
            received = s.success ? s.elem : Hchan.CLOSED;
            s.elem = null;
        }
        return i;
    }

    /// Pass 3. A case needs only the lock of its own channel; the one that woke us has taken the
    /// chosen case out already.
    private void leave() {
        for (int k = 0; k < polled; k++) {
            int i = pollorder[k];
            Sudog s = sudogs[i];
            Hchan c = chan(i);
            GTimer t = c.timer();
            if (s == chosen && t == null) {
                continue;
            }
            c.lock();
            (sends[i] ? c.sendq : c.recvq).remove(s);
            if (t != null && !sends[i]) {
                t.unblock();
            }
            c.unlock();
        }
    }

    /// Tells the trace what it is going to wait for.
    private void trace() {
        if (!Tracer.anyOn || g.isOutside()) {
            return;
        }
        TraceBuf t = g.m().trace;
        if (t == null) {
            return;
        }
        for (int i = 0; i < n; i++) {
            if (chans[i] != null) {
                t.selectCase(g, chan(i), sends[i]);
            }
        }
    }

    private Hchan chan(int i) {
        return Objects.requireNonNull(chans[i]);
    }

    /// Fills pollorder, at random, and lockorder, by id.
    private void order() {
        if (lockorder.length < n) {
            lockorder = new Hchan[sends.length];
        }
        Source choices = g.isOutside() ? Sched.NONE.policy.source(-1) : g.m().choices;
        polled = 0;
        locked = 0;
        for (int i = 0; i < n; i++) {
            Hchan c = chans[i];
            if (c == null) {
                continue;
            }
            GTimer t = c.timer();
            if (t != null) {
                t.maybeRunChan();
            }
            int j = polled == 0 ? 0 : choices.below(Choice.SELECT_ORDER, polled + 1);
            pollorder[polled] = pollorder[j];
            pollorder[j] = i;
            polled++;
            insert(c);
        }
    }

    /// Into lockorder; a channel may stand in several cases.
    private void insert(Hchan c) {
        int at = locked;
        while (at > 0 && lockorder[at - 1].id > c.id) {
            at--;
        }
        if (at > 0 && lockorder[at - 1] == c) {
            return;
        }
        for (int i = locked; i > at; i--) {
            lockorder[i] = lockorder[i - 1];
        }
        lockorder[at] = c;
        locked++;
    }

    private void lockAll() {
        for (int i = 0; i < locked; i++) {
            lockorder[i].lock();
        }
    }

    /// Also the commit of a park: whoever gets a lock then may wake us.
    void unlockAll() {
        for (int i = locked - 1; i >= 0; i--) {
            lockorder[i].unlock();
        }
    }
}
