package goloom.kernel.java;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
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
 * this copies the fields of the few objects that hold its state (see ShellInternals):
 *
 *   JShell        nextKeyIndex; keyMap, outerMap, maps with their collections
 *   its taskFactory's fileManager: the class files against which the next cell compiles
 *   Snippet       seq, id, outer, status, unresolved, diagnostics; of each snippet that exists
 *
 * Collections are copied and, on restore, filled again, because JShell keeps references to them.
 */
final class Checkpoint {
    private static final List<String> HOLDERS = List.of("maps", "keyMap", "outerMap");

    /// One field of one object.
    private record Saved(Field field, Object owner, @Nullable Object value) {}

    private final List<Saved> fields = new ArrayList<>();
    private final Map<Object, Object> collections = new IdentityHashMap<>(); // original, copy

    private Checkpoint() {}

    /// Copies the state of `shell`.
    static Checkpoint of(JShell shell) {
        Checkpoint c = new Checkpoint();
        c.save(shell, JShell.class, false);
        for (String name : HOLDERS) {
            c.saveHolder(ShellInternals.get(shell, name));
        }
        c.saveHolder(ShellInternals.get(ShellInternals.get(shell, "taskFactory"), "fileManager"));
        shell.snippets().forEach(c::saveSnippet);
        return c;
    }

    /// Puts the state back.
    void restore() {
        for (Saved s : fields) {
            ShellInternals.set(s.field(), s.owner(), s.value());
        }
        collections.forEach(Checkpoint::refill);
    }

    private void saveHolder(Object holder) {
        save(holder, holder.getClass(), true);
    }

    private void saveSnippet(Snippet s) {
        for (Class<?> k = s.getClass(); k != null && k != Object.class; k = k.getSuperclass()) {
            save(s, k, false);
        }
    }

    private void save(Object owner, Class<?> type, boolean withCollections) {
        for (Field f : ShellInternals.fields(type)) {
            Object value = ShellInternals.get(f, owner);
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
                    case Set<?> set -> new LinkedHashSet<>(set);
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
}
