package goloom.runtime;

import goloom.runtime.internal.Fmt;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Its parent with one more value.
final class ValueContext implements Context {
    private final Context parent;
    private final Object key;
    private final @Nullable Object value;

    ValueContext(Context parent, Object key, @Nullable Object value) {
        this.parent = parent;
        this.key = key;
        this.value = value;
    }

    @Override
    public RecvChan<?> done() {
        return parent.done();
    }

    @Override
    public @Nullable Exception err() {
        return parent.err();
    }

    @Override
    public Optional<Instant> deadline() {
        return parent.deadline();
    }

    @Override
    public @Nullable Object value(Object k) {
        return key.equals(k) ? value : parent.value(k);
    }

    @Override
    public String toString() {
        return parent + ".WithValue(" + text(key) + ", " + text(value) + ")";
    }

    /// Go: context/context.go, stringify. Not the value itself, which may change at any time.
    private static String text(@Nullable Object v) {
        return switch (v) {
            case null -> "<nil>";
            case String s -> s;
            case Enum<?> e -> e.toString();
            default -> Fmt.typeOf(v);
        };
    }
}
