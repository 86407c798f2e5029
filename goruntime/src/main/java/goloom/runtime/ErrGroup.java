package goloom.runtime;

import goloom.runtime.internal.PanicText;
import goloom.runtime.internal.Panics;
import org.jspecify.annotations.Nullable;

/// Goroutines that work on parts of one task; the first error counts. Go:
/// golang.org/x/sync/errgroup.
///
/// A body fails by throwing: that exception is its error. A GoPanic is no error but ends the
/// program, and so do Java's run-time errors that stand for Go's, such as NullPointerException.
public final class ErrGroup {
    private final WaitGroup wg = new WaitGroup();
    private final Once errOnce = new Once();
    private final @Nullable CancelContext ctx;
    private volatile @Nullable Exception err;
    private @Nullable Signal sem; // null: no limit

    public ErrGroup() {
        this(null);
    }

    private ErrGroup(@Nullable CancelContext ctx) {
        this.ctx = ctx;
    }

    /// A group whose [#context] is cancelled at the first error, with that error as its cause, or
    /// when [#await] returns.
    public static ErrGroup withContext(Context parent) {
        return new ErrGroup(Context.withCancelCause(parent));
    }

    /// The context of a group made by [#withContext].
    public Context context() {
        if (ctx == null) {
            throw new IllegalStateException(
                    "context: this group was made without; use ErrGroup.withContext");
        }
        return ctx;
    }

    /// Waits for all; gives the first error, or null.
    public @Nullable Exception await() {
        wg.await();
        if (ctx != null) {
            ctx.cancel(err);
        }
        return err;
    }

    /// Runs `body` in a goroutine; blocks while the limit is reached.
    public void go(GoBody body) {
        if (sem != null) {
            sem.send();
        }
        start(body);
    }

    /// Runs `body` in a goroutine if the limit allows; says whether it does.
    public boolean tryGo(GoBody body) {
        if (sem != null && Go.select(Go.onSend(sem, Signal.Empty.EMPTY), Go.onDefault()) == 1) {
            return false;
        }
        start(body);
        return true;
    }

    private void start(GoBody body) {
        wg.add(1);
        Go.go(() -> {
            try {
                body.run();
            } catch (Exception | goloom.runtime.internal.Goexit e) {
                if (PanicText.isGoexit(e)) {
                    done();
                    throw e;
                }
                if (!(e instanceof Exception error) || PanicText.isPanic(error)) {
                    throw e;
                }
                errOnce.run(() -> {
                    err = error;
                    if (ctx != null) {
                        ctx.cancel(error);
                    }
                });
            }
            done();
        });
    }

    private void done() {
        if (sem != null) {
            sem.recv();
        }
        wg.done();
    }

    /// At most `n` goroutines at a time; negative: no limit. Panics while goroutines of the group
    /// run.
    public void setLimit(int n) {
        if (n < 0) {
            sem = null;
            return;
        }
        if (sem != null && sem.len() != 0) {
            throw Panics.plain(
                    "errgroup: modify limit while "
                            + sem.len()
                            + " goroutines in the group are still active");
        }
        sem = Go.signal(n);
    }
}
