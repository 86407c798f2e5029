package goloom.runtime;

import goloom.runtime.internal.PanicText;
import goloom.runtime.internal.Panics;
import goloom.runtime.internal.Sema;
import goloom.runtime.internal.Traced;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Waits for a number of goroutines to finish. Go: sync.WaitGroup.
///
/// A call of [#done] happens before the return of an [#await] that it unblocks.
public final class WaitGroup {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.lookup().findVarHandle(WaitGroup.class, "state", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through STATE
    private volatile long state; // counter in the upper half, waiters in the lower

    private final Sema sema = new Sema(Trace.Resource.Kind.WAITGROUP);

    Sema sema() {
        return sema;
    }

    /// Adds to the counter; at 0 all that wait go on. Panics with `sync: negative WaitGroup
    /// counter`. A call that starts at 0 must happen before [#await].
    public void add(int delta) {
        long s = (long) STATE.getAndAdd(this, (long) delta << 32) + ((long) delta << 32);
        int counter = (int) (s >> 32);
        int waiters = (int) s;
        if (Traced.on()) {
            Traced.waitGroup(sema, counter);
        }
        if (counter < 0) {
            throw Panics.negativeWaitGroup();
        }
        if (waiters != 0 && delta > 0 && counter == delta) {
            throw Panics.waitGroupMisuse();
        }
        if (counter > 0 || waiters == 0) {
            return;
        }
        // The counter is 0 and goroutines wait: nobody may change the state now.
        if ((long) STATE.getVolatile(this) != s) {
            throw Panics.waitGroupMisuse();
        }
        STATE.setVolatile(this, 0L);
        for (; waiters != 0; waiters--) {
            sema.release(false);
        }
    }

    /// Takes one off the counter: `wg.Done()`.
    public void done() {
        add(-1);
    }

    /// Blocks until the counter is 0: `wg.Wait()`.
    public void await() {
        waitForZero();
        if (Traced.on()) {
            Traced.waited(sema);
        }
    }

    private void waitForZero() {
        for (; ; ) {
            long s = (long) STATE.getVolatile(this);
            if ((int) (s >> 32) == 0) {
                return;
            }
            if (STATE.compareAndSet(this, s, s + 1)) {
                sema.acquire(WaitReason.WAITGROUP_WAIT, false);
                if ((long) STATE.getVolatile(this) != 0) {
                    throw Panics.waitGroupReused();
                }
                return;
            }
        }
    }

    /// Runs `body` in a new goroutine that this WaitGroup counts: `wg.Go(f)`. A panic in it ends
    /// the program.
    public void go(GoBody body) {
        add(1);
        Go.go(() -> runAndDone(body));
    }

    /// The same, with a name for the goroutine.
    public void go(String name, GoBody body) {
        add(1);
        Go.go(name, () -> runAndDone(body));
    }

    private void runAndDone(GoBody body) throws Exception {
        try {
            body.run();
        } catch (Exception | goloom.runtime.internal.Goexit e) {
            if (PanicText.isGoexit(e)) {
                done();
            } else {
                // Not done: that would let main go on, and perhaps end the program, before the
                // panic is reported.
                Go.recovered(e);
            }
            throw e;
        }
        done();
    }
}
