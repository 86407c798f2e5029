package goloom.kernel.debug;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object of the protocol, in the making.
final class Body {
    private final Map<String, @Nullable Object> map = new LinkedHashMap<>();

    private Body() {}

    static Body of(String name, @Nullable Object value) {
        return new Body().and(name, value);
    }

    Body and(String name, @Nullable Object value) {
        map.put(name, value);
        return this;
    }

    /// Leaves it out if it is null.
    Body andIf(String name, @Nullable Object value) {
        return value == null ? this : and(name, value);
    }

    Map<String, @Nullable Object> map() {
        return map;
    }
}
