package goloom.runtime;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Never done, without values.
enum RootContext implements Context {
    BACKGROUND("context.Background"),
    TODO("context.TODO");

    private final String text;

    RootContext(String text) {
        this.text = text;
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
        return null;
    }

    @Override
    public String toString() {
        return text;
    }
}
