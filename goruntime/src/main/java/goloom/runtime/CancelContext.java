package goloom.runtime;

import goloom.runtime.internal.Panics;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A context that can be cancelled, with all that were made from it. In a try-with-resources
/// statement it is cancelled at the end.
public sealed class CancelContext implements Context, AutoCloseable
        permits DeadlineContext, AfterFuncContext {
    /// Asked for this key, a context gives the nearest that can be cancelled.
    static final Object KEY = new Object();

    private final Context parent;
    private final String how;
    private final Mutex mu = new Mutex(); // guards the following
    private final Signal done = Go.signal();
    private @Nullable Set<CancelContext> children = new LinkedHashSet<>(); // null: cancelled
    private volatile @Nullable Exception err;
    private @Nullable Exception cause;

    CancelContext(Context parent, String how) {
        this.parent = parent;
        this.how = how;
    }

    static CancelContext child(@Nullable Context parent, String how) {
        if (parent == null) {
            throw Panics.plain("cannot create context from nil parent");
        }
        CancelContext c = new CancelContext(parent, how);
        c.propagate();
        return c;
    }

    /// The nearest context that can be cancelled; null if there is none of ours.
    static @Nullable CancelContext of(Context ctx) {
        return (CancelContext) ctx.value(KEY);
    }

    /// Go: propagateCancel. Arranges that it is cancelled with its parent.
    final void propagate() {
        RecvChan<?> parentDone = parent.done();
        if (Go.isNil(parentDone)) {
            return;
        }
        if (parent.err() != null) {
            cancel(parent.err(), parent.cause(), false);
            return;
        }
        CancelContext p = of(parent);
        if (p != null && p.done == parentDone) {
            p.mu.lock();
            boolean alive = p.children != null;
            if (p.children != null) {
                p.children.add(this);
            }
            p.mu.unlock();
            if (!alive) {
                cancel(p.err, p.ownCause(), false);
            }
            return;
        }
        // A parent that is not ours.
        Go.go(() -> {
            if (Go.select(Go.onRecv(parentDone), Go.onRecv(done)) == 0) {
                cancel(parent.err(), parent.cause(), false);
            }
        });
    }

    /// Cancels it. Only the first call counts.
    public void cancel() {
        cancel(CANCELED, null, true);
    }

    /// Cancels it and says why; null: no more than that.
    public void cancel(@Nullable Exception why) {
        cancel(CANCELED, why, true);
    }

    /// The same as [#cancel()].
    @Override
    public void close() {
        cancel();
    }

    void cancel(@Nullable Exception e, @Nullable Exception why, boolean leaveParent) {
        Set<CancelContext> kids;
        mu.lock();
        if (children == null) {
            mu.unlock();
            return;
        }
        err = e;
        cause = why == null ? e : why;
        done.close();
        kids = children;
        children = null;
        mu.unlock();
        for (CancelContext kid : kids) {
            kid.cancel(e, why == null ? e : why, false);
        }
        if (leaveParent) {
            leaveParent();
        }
    }

    final boolean leaveParent() {
        CancelContext p = of(parent);
        if (p == null) {
            return false;
        }
        p.mu.lock();
        boolean was = p.children != null && p.children.remove(this);
        p.mu.unlock();
        return was;
    }

    final @Nullable Exception ownCause() {
        mu.lock();
        Exception c = cause;
        mu.unlock();
        return c;
    }

    @Override
    public RecvChan<?> done() {
        return done;
    }

    @Override
    public @Nullable Exception err() {
        Exception e = err;
        if (e != null) {
            done.recv(); // is about to be closed, if it is not yet
        }
        return e;
    }

    @Override
    public Optional<Instant> deadline() {
        return parent.deadline();
    }

    @Override
    public @Nullable Object value(Object key) {
        return key == KEY ? this : parent.value(key);
    }

    @Override
    public String toString() {
        return parent + "." + how;
    }

    static StopFunc afterFunc(Context ctx, GoBody body) {
        AfterFuncContext a = new AfterFuncContext(ctx, body);
        a.propagate();
        return a::stop;
    }
}
