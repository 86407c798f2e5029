package goloom.runtime;

import goloom.runtime.internal.Panics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries a deadline, a cancellation and values to everything that works on one task. Go: context.
public interface Context {
    /// The error of a context that was cancelled.
    ContextException CANCELED = new ContextException("context canceled", false);

    /// The error of a context whose deadline has passed.
    ContextException DEADLINE_EXCEEDED = new ContextException("context deadline exceeded", true);

    /// A channel that is closed when the work is to stop; nil if that never happens.
    RecvChan<?> done();

    /// Null until [#done] is closed, then [#CANCELED] or [#DEADLINE_EXCEEDED].
    @Nullable Exception err();

    /// When the work is to stop, if that is known.
    Optional<Instant> deadline();

    /// The value for a key, here or in a parent; null if there is none.
    @Nullable Object value(Object key);

    /// Why it was cancelled: what was given to `cancel(cause)`, or [#err]; null until then.
    default @Nullable Exception cause() {
        Exception e = err();
        CancelContext c = e == null ? null : CancelContext.of(this);
        Exception cause = c == null ? null : c.ownCause();
        return cause == null ? e : cause;
    }

    /// The root of all contexts.
    static Context background() {
        return RootContext.BACKGROUND;
    }

    /// A root for places where it is not yet clear which context to use.
    static Context todo() {
        return RootContext.TODO;
    }

    /// A context that ends with its parent or by [CancelContext#cancel()].
    static CancelContext withCancel(Context parent) {
        return CancelContext.child(parent, "WithCancel");
    }

    /// The same; [CancelContext#cancel(Exception)] says why.
    static CancelContext withCancelCause(Context parent) {
        return CancelContext.child(parent, "WithCancel");
    }

    /// A context that also ends after `d`.
    static CancelContext withTimeout(Context parent, Duration d) {
        return withTimeoutCause(parent, d, null);
    }

    /// The same, with the cause that it then has.
    static CancelContext withTimeoutCause(Context parent, Duration d, @Nullable Exception cause) {
        return withDeadlineCause(parent, Go.now().plus(d), cause);
    }

    /// A context that also ends at `when`.
    static CancelContext withDeadline(Context parent, Instant when) {
        return withDeadlineCause(parent, when, null);
    }

    /// The same, with the cause that it then has.
    static CancelContext withDeadlineCause(
            Context parent, Instant when, @Nullable Exception cause) {
        return DeadlineContext.child(notNil(parent), when, cause);
    }

    /// A context with one more value.
    static Context withValue(Context parent, Object key, @Nullable Object value) {
        if (key == null) {
            throw Panics.plain("nil key");
        }
        return new ValueContext(notNil(parent), key, value);
    }

    /// A context with the values of `parent` that does not end with it.
    static Context withoutCancel(Context parent) {
        return new DetachedContext(notNil(parent));
    }

    /// Runs `body` in a goroutine when `ctx` is done. The result stops that; it gives false if it
    /// is too late.
    static StopFunc afterFunc(Context ctx, GoBody body) {
        return CancelContext.afterFunc(ctx, body);
    }

    /// Prevents something; true if it came in time.
    @FunctionalInterface
    interface StopFunc {
        boolean stop();
    }

    /// The parent, which must not be null.
    private static Context notNil(@Nullable Context parent) {
        if (parent == null) {
            throw Panics.plain("cannot create context from nil parent");
        }
        return parent;
    }
}
