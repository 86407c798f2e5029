package goloom.kernel.display;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/// The text of a value. What `toString` says, but with the elements of arrays and streams, without
/// the end of what is very long, and without generated names. A `toString` that throws is told.
final class Text {
    static final int MOST_ELEMENTS = 100;
    private static final int MOST_CHARACTERS = 100_000;

    private final StringBuilder out = new StringBuilder();
    private final Set<Object> inside = Collections.newSetFromMap(new IdentityHashMap<>());

    private Text() {}

    static String of(@Nullable Object value) {
        var text = new Text();
        text.put(value);
        return Names.clean(text.out.toString());
    }

    private void put(@Nullable Object value) {
        if (out.length() > MOST_CHARACTERS) {
            return;
        }
        if (value == null) {
            out.append("null");
        } else if (isContainer(value)) {
            if (inside.add(value)) {
                try {
                    container(value);
                } catch (RuntimeException e) {
                    // Another goroutine changes it, or the stream computes and fails.
                    out.append("... (").append(e).append(')');
                }
                inside.remove(value);
            } else {
                out.append("(itself)");
            }
        } else {
            limited(plain(value));
        }
    }

    /// Collections of the JDK have a `toString` that shows arrays inside as `[I@1b2c3d`, and all
    /// elements. Those of others say what their authors meant.
    private static boolean isContainer(Object value) {
        return value.getClass().isArray()
                || value instanceof BaseStream<?, ?>
                || (value instanceof Collection<?> || value instanceof Map<?, ?>)
                        && value.getClass().getClassLoader() == null;
    }

    private void container(Object value) {
        switch (value) {
            case Map<?, ?> map -> map(map);
            case Collection<?> c -> elements("[", c.iterator(), c.size());
            case BaseStream<?, ?> stream -> stream(stream);
            case Object array -> array(array);
        }
    }

    private void array(Object array) {
        int n = Array.getLength(array);
        out.append('[');
        for (int i = 0; i < Math.min(n, MOST_ELEMENTS); i++) {
            out.append(i > 0 ? ", " : "");
            put(Array.get(array, i));
        }
        more(n);
        out.append(']');
    }

    private void elements(String open, Iterator<?> elements, int size) {
        out.append(open);
        for (int i = 0; i < MOST_ELEMENTS && elements.hasNext(); i++) {
            out.append(i > 0 ? ", " : "");
            put(elements.next());
        }
        more(size);
        out.append(']');
    }

    private void map(Map<?, ?> map) {
        out.append('{');
        int i = 0;
        for (Map.Entry<?, ?> e : map.entrySet()) {
            if (i == MOST_ELEMENTS) {
                break;
            }
            out.append(i++ > 0 ? ", " : "");
            put(e.getKey());
            out.append('=');
            put(e.getValue());
        }
        more(map.size());
        out.append('}');
    }

    private void more(int size) {
        if (size > MOST_ELEMENTS) {
            out.append(", ... ").append(size - MOST_ELEMENTS).append(" more");
        }
    }

    /// A stream can be looked at once, and it may have no end.
    private void stream(BaseStream<?, ?> stream) {
        Iterator<?> elements;
        try {
            elements = stream.iterator();
        } catch (IllegalStateException _) {
            out.append("Stream (used up)");
            return;
        }
        elements("Stream[", elements, 0);
        if (elements.hasNext()) {
            out.insert(out.length() - 1, ", ...");
        }
        out.append(" (used up now)");
    }

    private static String plain(Object value) {
        if (value.getClass().isHidden() && value.getClass().getInterfaces().length > 0) {
            return Names.simple(value.getClass().getInterfaces()[0]) + " (a lambda)";
        }
        try {
            String text = value.toString();
            return value instanceof Record r ? withArrays(r, text) : text;
        } catch (Exception | StackOverflowError e) {
            return Names.of(value.getClass()) + " (its toString() threw " + e + ")";
        }
    }

    /// The `toString` of a record shows arrays as `[I@1b2c3d`.
    private static String withArrays(Record r, @Nullable String text) {
        if (text == null || !text.contains("[") || !text.contains("@")) {
            return String.valueOf(text);
        }
        String readable = text;
        for (var c : r.getClass().getRecordComponents()) {
            Object value = c.getType().isArray() ? Components.value(r, c) : null;
            if (value != null) {
                readable = readable.replace(value.toString(), of(value));
            }
        }
        return readable;
    }

    private void limited(@Nullable String text) {
        String s = String.valueOf(text);
        int room = Math.max(0, MOST_CHARACTERS - out.length());
        if (s.length() <= room) {
            out.append(s);
        } else {
            out.append(s, 0, room)
                    .append("... ")
                    .append(s.length() - room)
                    .append(" more characters");
        }
    }
}
