package goloom.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A child whose end starts a body: [Context#afterFunc].
final class AfterFuncContext extends CancelContext {
    private final GoBody body;
    private final AtomicBoolean decided = new AtomicBoolean();

    AfterFuncContext(Context parent, GoBody body) {
        super(parent, "AfterFunc");
        this.body = body;
    }

    @Override
    void cancel(@Nullable Exception e, @Nullable Exception why, boolean leaveParent) {
        super.cancel(e, why, leaveParent);
        if (decided.compareAndSet(false, true)) {
            Go.go(body);
        }
    }

    boolean stop() {
        boolean stopped = decided.compareAndSet(false, true);
        if (stopped) {
            super.cancel(CANCELED, null, true);
        }
        return stopped;
    }
}
