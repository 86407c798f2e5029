package goloom.kernel.display;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/// The parts of records, also of those that a cell keeps to itself.
final class Components {
    private Components() {}

    /// The value, or what was thrown instead.
    static @Nullable Object value(Record r, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(r);
        } catch (ReflectiveOperationException | RuntimeException e) {
            return e.getCause() == null ? e : e.getCause();
        }
    }
}
