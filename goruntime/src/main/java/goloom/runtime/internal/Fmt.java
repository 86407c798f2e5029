package goloom.runtime.internal;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Go's fmt for Java values: Println's spacing, Printf's verbs, `%v` of numbers, slices, maps and
/// structs.
///
/// `Differs from Go:` a `char` is printed as a character, not as its number; a value of a class of
/// one's own is printed by its toString.
public final class Fmt {
    private static final int DEEPEST = 64;

    private Fmt() {}

    /// Println: operands with spaces between them, and a line end.
    public static String println(@Nullable Object... values) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                sb.append(' ');
            }
            value(sb, values[i], 'v', false, 0);
        }
        return sb.append('\n').toString();
    }

    /// Print: a space only between operands of which neither is a string.
    public static String print(@Nullable Object... values) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            if (i > 0 && !(values[i] instanceof String) && !(values[i - 1] instanceof String)) {
                sb.append(' ');
            }
            value(sb, values[i], 'v', false, 0);
        }
        return sb.toString();
    }

    /// The text of one value, as `%v`.
    public static String plain(@Nullable Object v) {
        StringBuilder sb = new StringBuilder();
        value(sb, v, 'v', false, 0);
        return sb.toString();
    }

    // ---- Printf

    /// Printf. Bad verbs and missing or extra operands are shown as Go shows them.
    public static String sprintf(String format, @Nullable Object... args) {
        StringBuilder out = new StringBuilder();
        int arg = 0;
        int n = format.length();
        for (int i = 0; i < n; ) {
            char c = format.charAt(i++);
            if (c != '%') {
                out.append(c);
                continue;
            }
            Spec spec = new Spec();
            while (i < n && "+-# 0".indexOf(format.charAt(i)) >= 0) {
                spec.flag(format.charAt(i++));
            }
            if (i < n && format.charAt(i) == '*') {
                i++;
                spec.width(arg < args.length && args[arg] instanceof Integer w ? w : 0);
                arg++;
            }
            while (i < n && Character.isDigit(format.charAt(i))) {
                spec.width = spec.width * 10 + format.charAt(i++) - '0';
            }
            if (i < n && format.charAt(i) == '.') {
                i++;
                spec.precision = 0;
                while (i < n && Character.isDigit(format.charAt(i))) {
                    spec.precision = spec.precision * 10 + format.charAt(i++) - '0';
                }
            }
            if (i >= n) {
                out.append("%!(NOVERB)");
                break;
            }
            char verb = format.charAt(i++);
            if (verb == '%') {
                out.append('%');
            } else if (arg >= args.length) {
                out.append("%!").append(verb).append("(MISSING)");
            } else {
                out.append(spec.pad(verb(verb, args[arg++], spec), verb));
            }
        }
        if (arg < args.length) {
            out.append("%!(EXTRA ");
            for (int k = arg; k < args.length; k++) {
                out.append(k > arg ? ", " : "")
                        .append(typeOf(args[k]))
                        .append('=')
                        .append(plain(args[k]));
            }
            out.append(')');
        }
        return out.toString();
    }

    /// The flags of one verb.
    private static final class Spec {
        boolean plus;
        boolean minus;
        boolean sharp;
        boolean space;
        boolean zero;
        int width;
        int precision = -1;

        void flag(char c) {
            switch (c) {
                case '+' -> plus = true;
                case '-' -> minus = true;
                case '#' -> sharp = true;
                case ' ' -> space = true;
                default -> zero = true;
            }
        }

        void width(int w) {
            width = Math.abs(w);
            minus |= w < 0;
        }

        String pad(String s, char verb) {
            int missing = width - s.codePointCount(0, s.length());
            if (missing <= 0) {
                return s;
            }
            if (minus) {
                return s + " ".repeat(missing);
            }
            if (zero && "dxXobfFeEgGv".indexOf(verb) >= 0) {
                boolean signed = !s.isEmpty() && (s.charAt(0) == '-' || s.charAt(0) == '+');
                return signed
                        ? s.charAt(0) + "0".repeat(missing) + s.substring(1)
                        : "0".repeat(missing) + s;
            }
            return " ".repeat(missing) + s;
        }
    }

    private static String verb(char verb, @Nullable Object v, Spec spec) {
        switch (verb) {
            case 'v' -> {
                if (spec.sharp && v instanceof String s) {
                    return quote(s);
                }
                StringBuilder sb = new StringBuilder();
                value(sb, v, 'v', spec.plus && !(v instanceof Number), 0);
                return spec.plus && v instanceof Number && sb.charAt(0) != '-'
                        ? "+" + sb
                        : sb.toString();
            }
            case 's' -> {
                String s = text(v, 's');
                return spec.precision >= 0 && spec.precision < s.length()
                        ? s.substring(0, spec.precision)
                        : s;
            }
            case 'q' -> {
                return v instanceof Character c ? "'" + c + "'" : quoted(v);
            }
            case 'T' -> {
                return typeOf(v);
            }
            case 't' -> {
                return v instanceof Boolean b ? b.toString() : bad(verb, v);
            }
            case 'd', 'b', 'o', 'x', 'X', 'c', 'U' -> {
                return integer(verb, v, spec);
            }
            case 'f', 'F', 'e', 'E', 'g', 'G' -> {
                return v instanceof Double || v instanceof Float || v instanceof BigDecimal
                        ? floating(verb, ((Number) v).doubleValue(), spec)
                        : bad(verb, v);
            }
            case 'p' -> {
                return v == null
                        ? "%!p(<nil>)"
                        : "0x" + Integer.toHexString(System.identityHashCode(v));
            }
            default -> {
                return bad(verb, v);
            }
        }
    }

    private static String integer(char verb, @Nullable Object v, Spec spec) {
        if (v instanceof String s && (verb == 'x' || verb == 'X')) {
            StringBuilder sb = new StringBuilder();
            for (byte b : s.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                sb.append(String.format(verb == 'x' ? "%02x" : "%02X", b));
            }
            return sb.toString();
        }
        if (v != null && (v.getClass().isArray() || v instanceof Collection)) {
            return text(v, verb);
        }
        long n;
        if (v instanceof Character c) {
            n = c;
        } else if (v instanceof Integer
                || v instanceof Long
                || v instanceof Short
                || v instanceof Byte) {
            n = ((Number) v).longValue();
        } else if (v instanceof java.math.BigInteger
                || v instanceof java.util.concurrent.atomic.AtomicInteger
                || v instanceof java.util.concurrent.atomic.AtomicLong) {
            return v.toString();
        } else if (v instanceof Duration d) {
            n = d.toNanos();
        } else {
            return bad(verb, v);
        }
        String s =
                switch (verb) {
                    case 'd' -> Long.toString(n);
                    case 'b' -> Long.toString(n, 2);
                    case 'o' -> (spec.sharp ? "0" : "") + Long.toString(n, 8);
                    case 'x' -> (spec.sharp ? "0x" : "") + Long.toString(n, 16);
                    case 'X' ->
                            (spec.sharp ? "0X" : "")
                                    + Long.toString(n, 16).toUpperCase(java.util.Locale.ROOT);
                    case 'U' -> String.format("U+%04X", n);
                    default -> new String(Character.toChars((int) n));
                };
        if (verb != 'c' && verb != 'U' && n >= 0) {
            return spec.plus ? "+" + s : spec.space ? " " + s : s;
        }
        return s;
    }

    private static String floating(char verb, double d, Spec spec) {
        String s;
        if (Double.isNaN(d) || Double.isInfinite(d)) {
            s = float64(d);
        } else if (verb == 'g' || verb == 'G') {
            s =
                    spec.precision < 0
                            ? float64(d)
                            : shortest(d, spec.precision == 0 ? 1 : spec.precision);
        } else {
            int precision = spec.precision < 0 ? 6 : spec.precision;
            s =
                    String.format(
                            java.util.Locale.ROOT,
                            "%." + precision + Character.toLowerCase(verb),
                            d);
        }
        if (spec.plus && d >= 0 && !s.startsWith("+")) {
            s = "+" + s;
        }
        return Character.isUpperCase(verb) ? s.toUpperCase(java.util.Locale.ROOT) : s;
    }

    private static String shortest(double d, int digits) {
        BigDecimal b = new BigDecimal(d).round(new java.math.MathContext(digits));
        int exponent = b.precision() - b.scale() - 1;
        return exponent < -4 || exponent >= digits
                ? exponential(b.stripTrailingZeros(), exponent)
                : b.stripTrailingZeros().toPlainString();
    }

    private static String bad(char verb, @Nullable Object v) {
        return v == null
                ? "%!" + verb + "(<nil>)"
                : "%!" + verb + "(" + typeOf(v) + "=" + plain(v) + ")";
    }

    // ---- values

    private static String text(@Nullable Object v, char verb) {
        StringBuilder sb = new StringBuilder();
        value(sb, v, verb, false, 0);
        return sb.toString();
    }

    private static String quoted(@Nullable Object v) {
        if (v instanceof String s) {
            return quote(s);
        }
        if (v instanceof Collection<?> c) {
            List<String> parts = new ArrayList<>();
            for (Object x : c) {
                parts.add(quoted(x));
            }
            return "[" + String.join(" ", parts) + "]";
        }
        return v instanceof Throwable t ? quote(error(t)) : bad('q', v);
    }

    private static void value(
            StringBuilder sb, @Nullable Object v, char verb, boolean names, int depth) {
        if (depth > DEEPEST) {
            sb.append("...");
            return;
        }
        switch (v) {
            case null -> sb.append(verb == 's' ? "%!s(<nil>)" : "<nil>");
            case String s -> sb.append(s);
            case Double d -> sb.append(float64(d));
            case Float f -> sb.append(float32(f));
            case Duration d -> sb.append(duration(d.toNanos()));
            case Throwable t -> sb.append(error(t));
            case Map<?, ?> m -> map(sb, m, verb, names, depth);
            case Collection<?> c -> list(sb, c, verb, names, depth);
            case Record r -> struct(sb, r, verb, names, depth);
            default -> {
                if (v.getClass().isArray()) {
                    List<@Nullable Object> items = new ArrayList<>();
                    for (int i = 0; i < Array.getLength(v); i++) {
                        items.add(Array.get(v, i));
                    }
                    list(sb, items, verb, names, depth);
                } else {
                    sb.append(v);
                }
            }
        }
    }

    private static void list(
            StringBuilder sb, Collection<?> c, char verb, boolean names, int depth) {
        sb.append('[');
        boolean first = true;
        for (Object x : c) {
            if (!first) {
                sb.append(' ');
            }
            first = false;
            value(sb, x, verb, names, depth + 1);
        }
        sb.append(']');
    }

    private static void map(StringBuilder sb, Map<?, ?> m, char verb, boolean names, int depth) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(m.entrySet());
        entries.sort((a, b) -> compareKeys(a.getKey(), b.getKey()));
        sb.append("map[");
        boolean first = true;
        for (Map.Entry<?, ?> e : entries) {
            if (!first) {
                sb.append(' ');
            }
            first = false;
            value(sb, e.getKey(), verb, names, depth + 1);
            sb.append(':');
            value(sb, e.getValue(), verb, names, depth + 1);
        }
        sb.append(']');
    }

    private static int compareKeys(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Comparable<?> && b != null && a.getClass() == b.getClass()) {
            @SuppressWarnings("unchecked")
            Comparable<Object> c = (Comparable<Object>) a;
            return c.compareTo(b);
        }
        return String.valueOf(a).compareTo(String.valueOf(b));
    }

    /// A record is a struct: `{1 2}`, with names `{x:1 y:2}`; one with a toString of its own uses
    /// it.
    private static void struct(StringBuilder sb, Record r, char verb, boolean names, int depth) {
        try {
            if (hasOwnToString(r)) {
                sb.append(r);
                return;
            }
            StringBuilder body = new StringBuilder("{");
            for (RecordComponent c : r.getClass().getRecordComponents()) {
                if (body.length() > 1) {
                    body.append(' ');
                }
                if (names) {
                    body.append(c.getName()).append(':');
                }
                c.getAccessor().setAccessible(true);
                value(body, c.getAccessor().invoke(r), verb, names, depth + 1);
            }
            sb.append(body).append('}');
        } catch (ReflectiveOperationException | RuntimeException e) {
            sb.append(r);
        }
    }

    /// The compiler's toString of a record begins with its name and a bracket.
    private static boolean hasOwnToString(Record r) {
        return !r.toString().startsWith(r.getClass().getSimpleName() + "[");
    }

    /// The text of an error: what it says, or what it is when it says nothing.
    public static String error(Throwable t) {
        String m = t.getMessage();
        return t instanceof goloom.runtime.GoPanic || m != null
                ? String.valueOf(m)
                : t.getClass().getSimpleName();
    }

    /// Go's `%v` of a float64: shortest digits, exponent form below 1e-4 and from 1e21 on.
    static String float64(double d) {
        if (Double.isNaN(d)) {
            return "NaN";
        }
        if (Double.isInfinite(d)) {
            return d > 0 ? "+Inf" : "-Inf";
        }
        if (d == 0) {
            return 1 / d < 0 ? "-0" : "0";
        }
        return decimal(new BigDecimal(Double.toString(d)));
    }

    static String float32(float f) {
        return Float.isNaN(f) || Float.isInfinite(f) || f == 0
                ? float64(f)
                : decimal(new BigDecimal(Float.toString(f)));
    }

    private static String decimal(BigDecimal exact) {
        BigDecimal b = exact.stripTrailingZeros();
        int exponent = b.precision() - b.scale() - 1;
        return exponent < -4 || exponent >= 21 ? exponential(b, exponent) : b.toPlainString();
    }

    private static String exponential(BigDecimal b, int exponent) {
        String digits = b.unscaledValue().abs().toString();
        return (b.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }

    /// Go: time.Duration.String.
    public static String duration(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        String sign = nanos < 0 ? "-" : "";
        BigDecimal n = BigDecimal.valueOf(nanos).abs();
        if (n.compareTo(BigDecimal.valueOf(1_000)) < 0) {
            return sign + n.toPlainString() + "ns";
        }
        if (n.compareTo(BigDecimal.valueOf(1_000_000)) < 0) {
            return sign + unit(n, 3) + "µs";
        }
        if (n.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0) {
            return sign + unit(n, 6) + "ms";
        }
        BigDecimal[] minutes = n.divideAndRemainder(BigDecimal.valueOf(60_000_000_000L));
        String seconds = unit(minutes[1], 9) + "s";
        long m = minutes[0].longValueExact();
        if (m == 0) {
            return sign + seconds;
        }
        return sign + (m >= 60 ? m / 60 + "h" : "") + m % 60 + "m" + seconds;
    }

    private static String unit(BigDecimal nanos, int places) {
        BigDecimal b = nanos.movePointLeft(places).stripTrailingZeros();
        return b.signum() == 0 ? "0" : b.toPlainString();
    }

    private static String quote(String s) {
        StringBuilder sb = new StringBuilder("\"");
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '"' -> sb.append("\\\"");
                case '\\' -> sb.append("\\\\");
                case '\n' -> sb.append("\\n");
                case '\t' -> sb.append("\\t");
                case '\r' -> sb.append("\\r");
                default -> {
                    if (c < ' ') {
                        sb.append(String.format("\\x%02x", (int) c));
                    } else {
                        sb.append(c);
                    }
                }
            }
        }
        return sb.append('"').toString();
    }

    // ---- types

    /// Go's name of a value's type.
    public static String typeOf(@Nullable Object v) {
        if (v == null) {
            return "<nil>";
        }
        String name = Names.typeNameOf(v);
        return name != null ? name : typeName(v.getClass().getName());
    }

    /// Go's name of a Java class: `int` for Integer, `[]int` for an array, else the simple name.
    static String typeName(String className) {
        if (className.startsWith("[")) {
            return "[]" + elementName(className.substring(1));
        }
        return switch (className) {
            case "java.lang.Integer", "int" -> "int";
            case "java.lang.Long", "long" -> "int64";
            case "java.lang.Short", "short" -> "int16";
            case "java.lang.Byte", "byte" -> "int8";
            case "java.lang.Double", "double" -> "float64";
            case "java.lang.Float", "float" -> "float32";
            case "java.lang.Boolean", "boolean" -> "bool";
            case "java.lang.Character", "char" -> "rune";
            case "java.lang.String" -> "string";
            case "java.lang.Object" -> "interface {}";
            case "java.time.Duration" -> "time.Duration";
            default -> simpleName(className);
        };
    }

    /// From the JVM's name of an array's elements.
    private static String elementName(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'I' -> "int";
            case 'J' -> "int64";
            case 'S' -> "int16";
            case 'B' -> "int8";
            case 'D' -> "float64";
            case 'F' -> "float32";
            case 'Z' -> "bool";
            case 'C' -> "rune";
            case 'L' -> typeName(descriptor.substring(1, descriptor.length() - 1));
            default -> typeName(descriptor);
        };
    }

    /// Without the package, the outer class, and the number of a local class.
    private static String simpleName(String className) {
        int i = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
        int end = className.length();
        int start = i;
        while (start < end && Character.isDigit(className.charAt(start))) {
            start++;
        }
        return className.substring(start == end ? i : start);
    }

    /// Go's name of a class, for channel types.
    public static String typeName(@Nullable Class<?> type) {
        return type == null ? "interface {}" : typeName(type.getName());
    }
}
