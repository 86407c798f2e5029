package goloom.kernel.display;

import goloom.runtime.Chan;
import java.io.File;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/*
 * A value in one line, for who looks on while cells run. It says what a cell's result would say, with one
 * difference: no code of the learner runs, no `toString` and no accessor. It could wait for a lock, print, or change
 * what the goroutines compute. So
 *
 *   what the JDK makes of plain values    is said as it is
 *   arrays, collections, maps             by their elements, the first ones
 *   records                               as Java says it, from their fields
 *   other objects of the learner          Account {owner=Ann, balance=5}
 *   what is left                          its class
 */
public final class Glance {
    /// Under these names the JDK's own classes are known.
    private static final List<Class<?>> KNOWN =
            List.of(
                    List.class,
                    Set.class,
                    Map.class,
                    Map.Entry.class,
                    Collection.class,
                    Path.class);

    private static final int DEEP = 3;
    private static final int MOST_ELEMENTS = 20;

    private final StringBuilder out = new StringBuilder();
    private final int most;

    private Glance(int most) {
        this.most = most;
    }

    /// The line, of at most so many characters.
    public static String of(@Nullable Object value, int most) {
        Glance g = new Glance(most);
        g.put(value, 0);
        String text = Names.clean(g.out.toString()).replaceAll("\\s*[\\n\\r]\\s*", " ");
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    /// The type of a value, in a word.
    public static String type(@Nullable Object value) {
        return value == null ? "null" : name(value.getClass());
    }

    static String name(Class<?> type) {
        Class<?>[] interfaces = type.getInterfaces();
        if (type.isArray()) {
            return name(type.getComponentType()) + "[]";
        }
        if (type.isHidden()) {
            return (interfaces.length > 0 ? Names.simple(interfaces[0]) : "Object") + " (a lambda)";
        }
        if (type.isAnonymousClass()) {
            return name(interfaces.length > 0 ? interfaces[0] : type.getSuperclass());
        }
        if (Members.isJdk(type) && !Modifier.isPublic(type.getModifiers())) {
            return KNOWN.stream()
                    .filter(known -> known.isAssignableFrom(type))
                    .findFirst()
                    .map(Names::simple)
                    .orElse(Names.simple(type));
        }
        return type.isEnum() || type.getSuperclass() == null || !type.getSuperclass().isEnum()
                ? Names.simple(type)
                : Names.simple(type.getSuperclass());
    }

    private void put(@Nullable Object value, int depth) {
        if (out.length() > most) {
            return;
        }
        switch (value) {
            case null -> out.append("null");
            case String s -> text(s, '"', depth);
            case Character c -> text(c.toString(), '\'', depth);
            case Enum<?> e -> out.append(e.name());
            case Class<?> c -> out.append(Names.of(c));
            case Throwable e -> throwable(e);
            case Object o when Elements.has(o) -> elements(o, depth);
            case Object o when isPlain(o) -> out.append(o);
            case Object o when Members.isJdk(o.getClass()) -> ofJdk(o, depth);
            case Object o -> members(o, depth);
        }
    }

    /// In quotes if it is all there is.
    private void text(String text, char quote, int depth) {
        String start = text.length() > most ? text.substring(0, most) : text;
        out.append(depth == 0 ? Rendering.quoted(start, quote) : start);
    }

    /// What has a short text of its own, made without code of others.
    private static boolean isPlain(Object value) {
        if (value instanceof Chan<?>) {
            return true;
        }
        Class<?> type = value.getClass();
        String in = type.getPackageName();
        return Members.isJdk(type)
                && (value instanceof Number
                        || value instanceof Boolean
                        || value instanceof AtomicBoolean
                        || value instanceof Path
                        || value instanceof File
                        || value instanceof UUID
                        || value instanceof Pattern
                        || value instanceof Locale
                        || value instanceof Date
                        || value instanceof BitSet
                        || value instanceof Thread
                        || in.equals("java.net")
                        || in.startsWith("java.time"));
    }

    private void ofJdk(Object value, int depth) {
        switch (value) {
            case Optional<?> o when o.isEmpty() -> out.append("Optional.empty");
            case Optional<?> o -> {
                out.append("Optional[");
                put(o.get(), depth + 1);
                out.append(']');
            }
            case AtomicReference<?> r when depth < DEEP -> put(r.get(), depth + 1);
            case Map.Entry<?, ?> e when depth < DEEP -> {
                put(e.getKey(), depth + 1);
                out.append('=');
                put(e.getValue(), depth + 1);
            }
            case CharSequence s -> characters(s);
            case Object o ->
                    out.append(name(o.getClass()))
                            .append('@')
                            .append(Integer.toHexString(System.identityHashCode(o)));
        }
    }

    /// A StringBuilder or the like.
    private void characters(CharSequence s) {
        try {
            out.append(
                    Guarded.read(s, () -> s.subSequence(0, Math.min(s.length(), most)).toString()));
        } catch (Guarded.Unreadable e) {
            unreadable(s, e);
        }
    }

    private void throwable(Throwable e) {
        out.append(name(e.getClass()));
        try {
            Class<?> says = e.getClass().getMethod("getMessage").getDeclaringClass();
            String message = Members.isJdk(says) ? e.getMessage() : null;
            out.append(message == null ? "" : ": " + message);
        } catch (NoSuchMethodException | RuntimeException _) {
            out.append(": ...");
        }
    }

    private void elements(Object container, int depth) {
        boolean map = container instanceof Map<?, ?>;
        try {
            int size = Elements.size(container);
            out.append(map ? '{' : '[');
            if (depth >= DEEP && size > 0) {
                out.append("...");
            } else {
                List<Elements.Element> first = Elements.of(container, 0, MOST_ELEMENTS);
                for (int i = 0; i < first.size() && out.length() <= most; i++) {
                    out.append(i > 0 ? ", " : "");
                    if (map) {
                        put(first.get(i).key(), depth + 1);
                        out.append('=');
                    }
                    put(first.get(i).value(), depth + 1);
                }
                if (size > first.size()) {
                    out.append(", ... ").append(size - first.size()).append(" more");
                }
            }
            out.append(map ? '}' : ']');
        } catch (Guarded.Unreadable e) {
            unreadable(container, e);
        }
    }

    private void unreadable(Object value, Guarded.Unreadable e) {
        out.append(name(value.getClass())).append(" (").append(e.getMessage()).append(')');
    }

    private void members(Object object, int depth) {
        List<Members.Member> members = Members.of(object);
        out.append(name(object.getClass()));
        boolean record = object instanceof Record;
        if (members.isEmpty()) {
            out.append(record ? "[]" : "");
            return;
        }
        out.append(record ? "[" : " {");
        if (depth >= DEEP) {
            out.append("...");
        } else {
            for (int i = 0; i < members.size() && out.length() <= most; i++) {
                out.append(i > 0 ? ", " : "").append(members.get(i).name()).append('=');
                put(members.get(i).value(), depth + 1);
            }
        }
        out.append(record ? ']' : '}');
    }
}
