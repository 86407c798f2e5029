package goloom.runtime.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets [Woven] reach into objects of the public package without a public method there.
public abstract class Names {
    private static volatile @Nullable Names instance;

    /// What goroutines wait for when they wait for this object; empty if it is nothing of ours.
    public abstract List<Waitable> waitables(@Nullable Object o);

    /// Go's name of the type of an object of the public package; null: it has none.
    public abstract @Nullable String typeName(Object o);

    public static void set(Names names) {
        instance = names;
    }

    static List<Waitable> of(@Nullable Object o) {
        Names n = instance;
        return n == null ? List.of() : n.waitables(o);
    }

    static @Nullable String typeNameOf(Object o) {
        Names n = instance;
        return n == null ? null : n.typeName(o);
    }
}
