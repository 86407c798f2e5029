package goloom.runtime.internal;

import goloom.trace.EventKind;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * The inside of a channel. Go: runtime/chan.go.
 *
 * Invariants, while the channel is not locked:
 *   sendq and recvq are not both non-empty, except for goroutines in a select on both sides.
 *   Buffered: count > 0 implies that recvq is empty; count < capacity implies that sendq is empty.
 *   Closed: both queues are empty.
 *
 * A partner that waits gets its value directly, in its Sudog. Everything is guarded by `this`, a spin lock,
 * which a goroutine that has to wait holds until it is off its thread; see G.
 *
 * A goroutine that was asked to give up its P does so before it waits, not by waiting: two that play
 * ping-pong hand the P, with its time slice, to each other, and would keep it from those in the queues for
 * ever. In Go every call is a poll.
 *
 * The channel of a timer has room for one value, but shows len and cap 0, as since Go 1.23.
 */
public final class Hchan extends Waitable {
    /// What a receive gives: the value, or [#CLOSED].
    public static final Object CLOSED = new Object();

    /// What a receive that may not wait gives when it would have to.
    public static final Object NOT_READY = new Object();

    private static final @Nullable Object[] NO_BUFFER = {};

    private final @Nullable Object[] buf; // a ring
    private int count;
    private int sendx;
    private int recvx;
    private boolean closed;
    final WaitQueue recvq = new WaitQueue();
    final WaitQueue sendq = new WaitQueue();
    private @Nullable GTimer timer; // of a timer channel; set once, before it is shared

    public Hchan(int capacity) {
        this.buf = capacity == 0 ? NO_BUFFER : new @Nullable Object[capacity];
    }

    /// Makes it the channel of a timer.
    public void setTimer(GTimer t) {
        timer = t;
    }

    @Override
    Trace.Resource.Kind kind() {
        return timer != null ? Trace.Resource.Kind.TIMER : Trace.Resource.Kind.CHANNEL;
    }

    @Override
    int capacity() {
        return timer != null ? 0 : buf.length;
    }

    /// The number of values in the buffer. Senders that wait are not counted.
    public int len() {
        if (timer != null) {
            return 0;
        }
        lock();
        int n = count;
        unlock();
        return n;
    }

    public int cap() {
        return capacity();
    }

    // ---- send

    /// Sends, and waits until a receiver has taken the value or the buffer has room. Panics if the
    /// channel is closed. Go: chansend.
    public void send(@Nullable Object v) {
        lock();
        if (trySend(v, null)) {
            return;
        }
        G g = waiter();
        if (g.preempt) {
            unlock();
            Preempt.poll();
            send(v);
            return;
        }
        g.elem = v;
        g.success = false;
        sendq.enqueue(g);
        g.park(WaitReason.CHAN_SEND, this, this);
        g.waitOn = null;
        if (!g.success) {
            throw Panics.sendOnClosed();
        }
    }

    /// Sends if that is possible without waiting.
    public boolean sendNow(@Nullable Object v) {
        lock();
        if (trySend(v, null)) {
            return true;
        }
        unlock();
        return false;
    }

    /// The channel is locked. True: the value is sent and the channel, or the select's channels,
    /// unlocked.
    private boolean trySend(@Nullable Object v, @Nullable Selectgo locks) {
        if (closed) {
            unlock(locks);
            throw Panics.sendOnClosed();
        }
        Sudog r = recvq.dequeue();
        if (r != null) {
            G rg = r.g;
            r.elem = v;
            r.success = true;
            if (r.isSelect()) {
                chosen(r);
            }
            boolean told = traceSend(v, rg);
            unlock(locks);
            Sched.ready(rg, told);
            return true;
        }
        if (count < buf.length) {
            buf[sendx] = v;
            if (++sendx == buf.length) {
                sendx = 0;
            }
            count++;
            traceSend(v, null);
            unlock(locks);
            return true;
        }
        return false;
    }

    private void unlock(@Nullable Selectgo locks) {
        if (locks == null) {
            unlock();
        } else {
            locks.unlockAll();
        }
    }

    // ---- receive

    /// Receives, and waits until there is a value or the channel is closed; then it gives
    /// [#CLOSED]. Go: chanrecv.
    public @Nullable Object recv() {
        GTimer t = timer;
        if (t != null) {
            t.maybeRunChan();
        }
        lock();
        Object v = tryRecv(null);
        if (v != NOT_READY) {
            return v;
        }
        G g = waiter();
        if (g.preempt) {
            unlock();
            Preempt.poll();
            return recv();
        }
        g.elem = null;
        g.success = false;
        recvq.enqueue(g);
        if (t != null) {
            t.block();
        }
        g.park(WaitReason.CHAN_RECEIVE, this, this);
        g.waitOn = null;
        if (t != null) {
            lock();
            t.unblock();
            unlock();
        }
        v = g.elem;
        g.elem = null;
        return g.success ? v : CLOSED;
    }

    /// Receives if that is possible without waiting, else gives [#NOT_READY].
    public @Nullable Object recvNow() {
        GTimer t = timer;
        if (t != null) {
            t.maybeRunChan();
        }
        lock();
        Object v = tryRecv(null);
        if (v == NOT_READY) {
            unlock();
        }
        return v;
    }

    /// The channel is locked. Unless it gives NOT_READY, the channel, or the select's channels, are
    /// unlocked.
    private @Nullable Object tryRecv(@Nullable Selectgo locks) {
        if (closed) {
            if (count == 0) {
                traceRecv(CLOSED, null, null);
                unlock(locks);
                return CLOSED;
            }
        } else {
            Sudog s = sendq.dequeue();
            if (s != null) {
                Object v = s.elem;
                Object sent = v;
                s.elem = null;
                if (buf.length > 0) {
                    // The buffer is full: take its head; the sender's value goes to the tail.
                    Object head = buf[recvx];
                    buf[recvx] = v;
                    if (++recvx == buf.length) {
                        recvx = 0;
                    }
                    sendx = recvx;
                    v = head;
                }
                G sg = s.g;
                s.success = true;
                if (s.isSelect()) {
                    chosen(s);
                }
                boolean told = traceRecv(v, sg, sent);
                unlock(locks);
                Sched.ready(sg, told);
                return v;
            }
        }
        if (count > 0) {
            Object v = buf[recvx];
            buf[recvx] = null;
            if (++recvx == buf.length) {
                recvx = 0;
            }
            count--;
            traceRecv(v, null, null);
            unlock(locks);
            return v;
        }
        return NOT_READY;
    }

    // ---- close

    /// Closes it: receivers that wait get the zero value, senders that wait panic. Go: closechan.
    public void close() {
        lock();
        if (closed) {
            unlock();
            throw Panics.closeOfClosed();
        }
        closed = true;
        List<G> woken = new ArrayList<>();
        drain(recvq, woken);
        drain(sendq, woken);
        traceClose(woken.isEmpty() ? null : woken.getFirst());
        unlock();
        for (G g : woken) {
            Sched.ready(g);
        }
    }

    private void drain(WaitQueue q, List<G> woken) {
        for (Sudog s = q.dequeue(); s != null; s = q.dequeue()) {
            s.elem = null;
            s.success = false;
            if (s.isSelect()) {
                chosen(s);
            }
            woken.add(s.g);
        }
    }

    /// This case of a select is the one.
    private void chosen(Sudog s) {
        s.g.select().chosen = s;
        s.g.waitOn = this;
    }

    // ---- select: see Selectgo, which holds the locks of all its channels

    /// True: sent, and all channels are unlocked.
    boolean selectSend(@Nullable Object v, Selectgo locks) {
        return trySend(v, locks);
    }

    /// The value or CLOSED, and all channels are unlocked; or NOT_READY.
    @Nullable Object selectRecv(Selectgo locks) {
        return tryRecv(locks);
    }

    @Nullable GTimer timer() {
        return timer;
    }

    // ---- timers

    /// The send of a timer: never waits; a value that nobody took stays the only one.
    public void timerSend(@Nullable Object v) {
        sendNow(v);
    }

    /// Empties the buffer of a timer channel; true if there was a value. Go: timerchandrain.
    boolean drainTimer() {
        lock();
        boolean was = count > 0;
        while (count > 0) {
            buf[recvx] = null;
            if (++recvx == buf.length) {
                recvx = 0;
            }
            count--;
        }
        unlock();
        return was;
    }

    // ---- the rest

    @Override
    boolean cancelWait(G g) {
        lock();
        boolean was = recvq.remove(g) || sendq.remove(g);
        unlock();
        return was;
    }

    /// The goroutine that is about to wait; the channel is locked.
    private G waiter() {
        G g = G.current();
        if (g == null) {
            g = G.outside();
        } else if (g.killed) {
            unlock();
            throw Kill.INSTANCE;
        }
        return g;
    }

    /// True: it has also told that the receiver is woken.
    private boolean traceSend(@Nullable Object v, @Nullable G receiver) {
        TraceBuf trace = Traced.buffer(this, receiver);
        if (trace == null) {
            return false;
        }
        G me = G.current();
        trace.enter();
        int text = trace.text(v);
        boolean told =
                me != null && receiver != null && trace.handOver(true, me, receiver, this, text);
        if (!told) {
            trace.channel(EventKind.CHAN_SEND, me, this, true, count, text);
            if (receiver != null) {
                trace.channel(EventKind.CHAN_RECV, receiver, this, true, count, text);
            }
        }
        trace.leave();
        return told;
    }

    /// @param woken one of those who waited, if any
    private void traceClose(@Nullable G woken) {
        TraceBuf trace = Traced.buffer(this, woken);
        if (trace != null) {
            trace.enter();
            trace.channel(EventKind.CHAN_CLOSE, G.current(), this, true, count, -1);
            trace.leave();
        }
    }

    /// True: it has also told that the sender is woken.
    ///
    /// A full buffer: the value of `sender`, `sent`, went to its tail; `v` is its head.
    private boolean traceRecv(@Nullable Object v, @Nullable G sender, @Nullable Object sent) {
        TraceBuf trace = Traced.buffer(this, sender);
        if (trace == null) {
            return false;
        }
        G me = G.current();
        trace.enter();
        int text = v == CLOSED ? -1 : trace.text(v);
        boolean told =
                me != null
                        && sender != null
                        && count == 0
                        && trace.handOver(false, me, sender, this, text);
        if (!told) {
            if (sender != null) {
                int sentText = sent == v ? text : trace.text(sent);
                trace.channel(EventKind.CHAN_SEND, sender, this, true, count, sentText);
            }
            trace.channel(EventKind.CHAN_RECV, me, this, v != CLOSED, count, text);
        }
        trace.leave();
        return told;
    }
}
