package goloom.kernel.java;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/*
 * What JShell knows, so that a cell that does not compile leaves no trace: a variable that it redeclared keeps
 * its type and value, a method its body.
 *
 * JShell has no such thing, and evaluating the old sources again would make new classes and lose values. So
 * this copies the fields of the few objects that hold its state (JDK 25, package jdk.jshell, opened to us by the
 * manifest):
 *
 *   JShell        nextKeyIndex; keyMap, outerMap, maps with their collections
 *   its taskFactory's fileManager: the class files against which the next cell compiles
 *   Snippet       seq, id, outer, status, unresolved, diagnostics; of each snippet that exists
 *
 * Collections are copied and, on restore, filled again, because JShell keeps references to them.
 */
final class Checkpoint {
    private static final Set<String> HOLDERS = Set.of("maps", "keyMap", "outerMap");
    private static final Map<String, String> HOLDERS_WITHIN = Map.of("taskFactory", "fileManager");

    /// One field of one object.
    private record Saved(Field field, Object owner, @Nullable Object value) {}

    private final List<Saved> fields = new ArrayList<>();
    private final Map<Object, Object> collections = new IdentityHashMap<>(); // original, copy

    private Checkpoint() {}

    /// Copies the state of `shell`.
    static Checkpoint of(JShell shell) {
        Checkpoint c = new Checkpoint();
        c.save(shell, JShell.class, false);
        for (Field f : fieldsOf(JShell.class)) {
            Object holder = holder(f, shell);
            if (holder != null) {
                c.save(holder, holder.getClass(), true);
            }
        }
        shell.snippets().forEach(c::saveSnippet);
        return c;
    }

    private static @Nullable Object holder(Field f, JShell shell) {
        if (HOLDERS.contains(f.getName())) {
            return get(f, shell);
        }
        String within = HOLDERS_WITHIN.get(f.getName());
        Object outer = within == null ? null : get(f, shell);
        if (outer == null) {
            return null;
        }
        return fieldsOf(outer.getClass()).stream()
                .filter(inner -> inner.getName().equals(within))
                .map(inner -> get(inner, outer))
                .findFirst()
                .orElse(null);
    }

    /// Puts the state back.
    void restore() {
        for (Saved s : fields) {
            set(s);
        }
        collections.forEach(Checkpoint::refill);
    }

    private void saveSnippet(Snippet s) {
        for (Class<?> k = s.getClass(); k != null && k != Object.class; k = k.getSuperclass()) {
            save(s, k, false);
        }
    }

    private void save(Object owner, Class<?> type, boolean withCollections) {
        for (Field f : fieldsOf(type)) {
            Object value = get(f, owner);
            if (!Modifier.isFinal(f.getModifiers())) {
                fields.add(new Saved(f, owner, value));
            }
            if (withCollections && value != null) {
                copy(value);
            }
        }
    }

    private void copy(Object value) {
        Object copy =
                switch (value) {
                    case List<?> list -> new ArrayList<>(list);
                    case Set<?> set -> new java.util.LinkedHashSet<>(set);
                    case Map<?, ?> map -> {
                        map.values().forEach(v -> copyInner(v));
                        yield new HashMap<>(map);
                    }
                    default -> null;
                };
        if (copy != null) {
            collections.put(value, copy);
        }
    }

    private void copyInner(@Nullable Object value) {
        if (value instanceof Set<?> set) {
            collections.put(set, new HashSet<>(set));
        }
    }

    @SuppressWarnings("unchecked")
    private static void refill(Object original, Object copy) {
        if (original instanceof Map<?, ?> map) {
            ((Map<Object, Object>) map).clear();
            ((Map<Object, Object>) map).putAll((Map<Object, Object>) copy);
        } else if (original instanceof Collection<?> c) {
            ((Collection<Object>) c).clear();
            ((Collection<Object>) c).addAll((Collection<Object>) copy);
        }
    }

    // ---- reflection

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

    private static List<Field> fieldsOf(Class<?> type) {
        return FIELDS.get(type);
    }

    private static @Nullable Object get(Field f, Object owner) {
        try {
            return f.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("jdk.jshell is not open: " + f, e);
        }
    }

    private static void set(Saved s) {
        try {
            s.field().set(s.owner(), s.value());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("jdk.jshell is not open: " + s.field(), e);
        }
    }
}
