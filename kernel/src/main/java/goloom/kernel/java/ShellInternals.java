package goloom.kernel.java;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one way into JShell behind its public interface: package `jdk.jshell` of JDK 25, opened to
/// us by the manifest. Who uses it says in the head of its file what it touches. A JDK in which a
/// name is another one gets an [IllegalStateException] that says which.
final class ShellInternals {
    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    List<Field> all = new ArrayList<>();
                    for (Field f : type.getDeclaredFields()) {
                        if (!Modifier.isStatic(f.getModifiers())) {
                            f.setAccessible(true);
                            all.add(f);
                        }
                    }
                    return all;
                }
            };

    private ShellInternals() {}

    /// The fields of objects that `type` itself declares.
    static List<Field> fields(Class<?> type) {
        return FIELDS.get(type);
    }

    static @Nullable Object get(Field f, Object owner) {
        try {
            return f.get(owner);
        } catch (IllegalAccessException e) {
            throw closed(f.getName(), e);
        }
    }

    static void set(Field f, Object owner, @Nullable Object value) {
        try {
            f.set(owner, value);
        } catch (IllegalAccessException e) {
            throw closed(f.getName(), e);
        }
    }

    /// The value of a field that has one.
    static Object get(Object owner, String name) {
        Object value = get(field(owner, name), owner);
        if (value == null) {
            throw changed(name, null);
        }
        return value;
    }

    static void set(Object owner, String name, Object value) {
        set(field(owner, name), owner, value);
    }

    private static Field field(Object owner, String name) {
        return fields(owner.getClass()).stream()
                .filter(f -> f.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> changed(name, null));
    }

    /// The value of a static field of the class of this name.
    static Object constant(String type, String name) {
        try {
            Field f = Class.forName(type).getDeclaredField(name);
            f.setAccessible(true);
            return f.get(null);
        } catch (ReflectiveOperationException e) {
            throw changed(type + "." + name, e);
        }
    }

    /// Calls the only method of this name that the class of `owner` declares.
    static @Nullable Object call(Object owner, String name, Object... arguments) {
        Method m =
                Stream.of(owner.getClass().getDeclaredMethods())
                        .filter(d -> d.getName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> changed(name, null));
        try {
            m.setAccessible(true);
            return m.invoke(owner, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw changed(name, e);
        } catch (IllegalAccessException e) {
            throw closed(name, e);
        }
    }

    /// Makes an object with the only constructor of so many parameters.
    static Object make(String type, @Nullable Object... arguments) {
        try {
            for (Constructor<?> c : Class.forName(type).getDeclaredConstructors()) {
                if (c.getParameterCount() == arguments.length) {
                    c.setAccessible(true);
                    return c.newInstance(arguments);
                }
            }
            throw changed(type, null);
        } catch (ReflectiveOperationException e) {
            throw changed(type, e);
        }
    }

    private static IllegalStateException changed(String name, @Nullable Exception cause) {
        return new IllegalStateException("jdk.jshell is not what it was: " + name, cause);
    }

    private static IllegalStateException closed(String name, Exception cause) {
        return new IllegalStateException("jdk.jshell is not open: " + name, cause);
    }
}
