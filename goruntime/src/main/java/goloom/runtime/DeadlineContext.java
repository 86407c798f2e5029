package goloom.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A context that ends at some time.
final class DeadlineContext extends CancelContext {
    private final Instant deadline;
    private @Nullable GoTimer timer; // set once, before it is shared

    private DeadlineContext(Context parent, Instant deadline) {
        super(parent, "WithDeadline(" + deadline + ")");
        this.deadline = deadline;
    }

    static CancelContext child(Context parent, Instant when, @Nullable Exception cause) {
        Optional<Instant> parents = parent.deadline();
        if (parents.isPresent() && parents.get().isBefore(when)) {
            return CancelContext.child(parent, "WithCancel"); // the parent's comes first
        }
        DeadlineContext c = new DeadlineContext(parent, when);
        c.propagate();
        Duration left = Duration.between(Go.now(), when);
        if (left.isNegative() || left.isZero()) {
            c.cancel(DEADLINE_EXCEEDED, cause, true);
            return c;
        }
        if (c.err() == null) {
            c.timer = Go.afterFunc(left, () -> c.cancel(DEADLINE_EXCEEDED, cause, true));
        }
        return c;
    }

    @Override
    void cancel(@Nullable Exception e, @Nullable Exception why, boolean leaveParent) {
        super.cancel(e, why, leaveParent);
        GoTimer t = timer;
        if (t != null) {
            t.stop();
        }
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.of(deadline);
    }
}
