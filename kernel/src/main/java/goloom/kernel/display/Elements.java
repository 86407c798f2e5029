package goloom.kernel.display;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// What is in an array, or in a collection or map of the JDK. Collections of others run code of the
/// learner when they are looked at, so here they are no collections.
final class Elements {
    /// An element.
    ///
    /// @param key its index, or its key in a map
    record Element(@Nullable Object key, @Nullable Object value) {}

    private Elements() {}

    static boolean has(Object value) {
        return value.getClass().isArray()
                || (value instanceof Collection<?> || value instanceof Map<?, ?>)
                        && value.getClass().getClassLoader() == null;
    }

    static int size(Object value) throws Guarded.Unreadable {
        return switch (value) {
            case Collection<?> c -> Guarded.read(c, c::size);
            case Map<?, ?> m -> Guarded.read(m, m::size);
            case Object array -> Array.getLength(array);
        };
    }

    /// Those from `from` to before `to`, as far as they are there.
    static List<Element> of(Object value, int from, int to) throws Guarded.Unreadable {
        return switch (value) {
            case Map<?, ?> m -> Guarded.read(m, () -> ofMap(m, from, to));
            case Collection<?> c -> Guarded.read(c, () -> ofCollection(c, from, to));
            case Object array -> ofArray(array, from, to);
        };
    }

    private static List<Element> ofMap(Map<?, ?> map, int from, int to) {
        List<Element> all = new ArrayList<>();
        int i = 0;
        for (Map.Entry<?, ?> e : map.entrySet()) {
            if (i >= to) {
                break;
            }
            if (i++ >= from) {
                all.add(new Element(e.getKey(), e.getValue()));
            }
        }
        return all;
    }

    private static List<Element> ofCollection(Collection<?> c, int from, int to) {
        List<Element> all = new ArrayList<>();
        boolean jumps = c instanceof List<?> && c instanceof RandomAccess && from <= c.size();
        int i = jumps ? from : 0;
        Iterator<?> it = jumps ? ((List<?>) c).listIterator(from) : c.iterator();
        for (; i < to && it.hasNext(); i++) {
            Object next = it.next();
            if (i >= from) {
                all.add(new Element(i, next));
            }
        }
        return all;
    }

    private static List<Element> ofArray(Object array, int from, int to) {
        List<Element> all = new ArrayList<>();
        for (int i = from; i < Math.min(to, Array.getLength(array)); i++) {
            all.add(new Element(i, Array.get(array, i)));
        }
        return all;
    }
}
