package goloom.kernel.display;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What an object consists of: the fields that classes of the learner and of libraries give it, and
/// what the JDK's holders of one thing hold. Read past all methods, so no code of theirs runs.
final class Members {
    /// A part of an object.
    record Member(String name, Class<?> declared, @Nullable Object value) {}

    private Members() {}

    static List<Member> of(Object object) {
        List<Member> all = new ArrayList<>();
        if (isJdk(object.getClass())) {
            held(object, all);
        }
        if (isOpen(object.getClass())) {
            fields(object, object.getClass(), all);
        }
        return all;
    }

    static boolean isJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /// The runtime's own objects are closed, but for its records, such as `Received`.
    private static boolean isOpen(Class<?> type) {
        return !isJdk(type)
                && !type.isHidden()
                && !type.isEnum()
                && (type.isRecord() || !type.getName().startsWith("goloom.runtime."));
    }

    private static void held(Object object, List<Member> all) {
        switch (object) {
            case Optional<?> o when o.isPresent() ->
                    all.add(new Member("value", Object.class, o.get()));
            case AtomicReference<?> r -> all.add(new Member("value", Object.class, r.get()));
            case Map.Entry<?, ?> e -> {
                all.add(new Member("key", Object.class, e.getKey()));
                all.add(new Member("value", Object.class, e.getValue()));
            }
            default -> {}
        }
    }

    private static void fields(Object object, Class<?> type, List<Member> all) {
        Class<?> above = type.getSuperclass();
        if (above != null && isOpen(above)) {
            fields(object, above, all);
        }
        for (Field f : type.getDeclaredFields()) {
            if (Modifier.isStatic(f.getModifiers()) || f.isSynthetic()) {
                continue;
            }
            try {
                f.setAccessible(true);
                all.add(new Member(f.getName(), f.getType(), f.get(object)));
            } catch (IllegalAccessException | RuntimeException e) {
                // In a module that is closed: not for us.
            }
        }
    }
}
