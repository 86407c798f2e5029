package goloom.kernel.display;

import java.sql.ResultSet;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/// Values that can be looked at once: to show one takes it away from the cells.
public final class OneTime {
    private static final int DEEP = 3;
    private static final int MOST = 100;

    private OneTime() {}

    /// True if a value is one, or has some in it.
    public static boolean isIn(@Nullable Object value) {
        return isIn(value, DEEP);
    }

    private static boolean isIn(@Nullable Object value, int depth) {
        if (value instanceof BaseStream<?, ?> || value instanceof ResultSet) {
            return true;
        }
        if (value == null || depth == 0 || !Elements.has(value)) {
            return false;
        }
        try {
            return Elements.of(value, 0, MOST).stream().anyMatch(e -> isIn(e.value(), depth - 1));
        } catch (Guarded.Unreadable e) {
            return false;
        }
    }
}
