package goloom.timeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes JSON. It may stand in a script element: no `<` ever appears.
final class Json {
    private final StringBuilder out = new StringBuilder();
    private boolean comma;

    /// Any of null, numbers, booleans, strings, lists and maps.
    static String of(@Nullable Object value) {
        Json j = new Json();
        j.value(value);
        return j.out.toString();
    }

    Json begin(char bracket) {
        separate();
        out.append(bracket);
        comma = false;
        return this;
    }

    Json end(char bracket) {
        out.append(bracket);
        comma = true;
        return this;
    }

    Json name(String name) {
        separate();
        string(name);
        out.append(':');
        comma = false;
        return this;
    }

    Json value(@Nullable Object v) {
        switch (v) {
            case null -> plain("null");
            case String s -> {
                separate();
                string(s);
                comma = true;
            }
            case List<?> list -> {
                begin('[');
                list.forEach(this::value);
                end(']');
            }
            case Map<?, ?> map -> {
                begin('{');
                map.forEach((k, x) -> name(k.toString()).value(x));
                end('}');
            }
            case Number n -> plain(n.toString());
            case Boolean b -> plain(b.toString());
            default -> throw new IllegalArgumentException("no JSON for " + v.getClass());
        }
        return this;
    }

    /// A number, without making an object of it.
    Json number(long v) {
        separate();
        out.append(v);
        comma = true;
        return this;
    }

    private void plain(String s) {
        separate();
        out.append(s);
        comma = true;
    }

    private void separate() {
        if (comma) {
            out.append(',');
        }
    }

    private void string(String s) {
        out.append('"');
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                default -> {
                    if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029' || loneHalf(s, i)) {
                        out.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /// Half of a pair of chars, without the other: not to be written as it is.
    private static boolean loneHalf(String s, int i) {
        char c = s.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == s.length() || !Character.isLowSurrogate(s.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(s.charAt(i - 1)));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
