package goloom.runtime.internal;

import java.lang.reflect.Field;

/// Looks into objects of the runtime that show no more than they must.
final class Inside {
    private Inside() {}

    static Field field(Class<?> type, String name) {
        try {
            Field f = type.getDeclaredField(name);
            f.setAccessible(true);
            return f;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " has no field " + name + " any more", e);
        }
    }

    static Object read(Field f, Object of) {
        try {
            return f.get(of);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(f + " cannot be read", e);
        }
    }
}
