package goloom.runtime;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values of a parent, without its end.
final class DetachedContext implements Context {
    private final Context parent;

    DetachedContext(Context parent) {
        this.parent = parent;
    }

    @Override
    public RecvChan<?> done() {
        return Chan.nil();
    }

    @Override
    public @Nullable Exception err() {
        return null;
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public @Nullable Object value(Object key) {
        // The parent's cancellation is found by a key; it must not be seen from here.
        return key == CancelContext.KEY ? null : parent.value(key);
    }

    @Override
    public String toString() {
        return parent + ".WithoutCancel";
    }
}
