package goloom.runtime.internal;

import goloom.runtime.GoPanic;
import goloom.runtime.GoRuntimeError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Go prints when nobody recovers from a panic. Java's own run-time exceptions are Go's
/// run-time errors.
public final class PanicText {
    private static final Pattern INDEX =
            Pattern.compile("(?i)index (-?\\d+) (?:is )?out of bounds for length (\\d+)");
    private static final Pattern CAST =
            Pattern.compile("class (\\S+) cannot be cast to class (\\S+)(?s:.*)");

    private PanicText() {}

    /// `panic: boom`; panics of deferred calls that came on top follow, one on a line.
    static String headline(G g, Throwable e) {
        boolean again = e == g.recovered || e instanceof GoPanic p && p.follows() != null;
        if (again) {
            return "panic: " + of(e) + " [recovered, repanicked]";
        }
        StringBuilder sb = new StringBuilder();
        sb.append("panic: ").append(of(e));
        for (Throwable s : e.getSuppressed()) {
            sb.append("\n\tpanic: ").append(of(s));
        }
        return sb.toString();
    }

    /// What `recover()` gives for an exception.
    public static @Nullable Object valueOf(Throwable e) {
        return e instanceof GoPanic p ? p.value() : e;
    }

    /// What follows `panic: `.
    public static String of(Throwable e) {
        if (e instanceof GoPanic p && !(e instanceof GoRuntimeError)) {
            return text(p.value());
        }
        return runtimeError(e);
    }

    /// The text of a run-time error, Java's or ours, in Go's words.
    public static String runtimeError(Throwable e) {
        String message = e.getMessage();
        return switch (e) {
            case GoRuntimeError r -> String.valueOf(r.getMessage());
            case ArithmeticException a when "/ by zero".equals(message) ->
                    "runtime error: integer divide by zero";
            case NullPointerException n ->
                    "runtime error: invalid memory address or nil pointer dereference";
            case IndexOutOfBoundsException i -> index(message, e);
            case NegativeArraySizeException n -> "runtime error: makeslice: len out of range";
            case ClassCastException c -> cast(message, e);
            default -> e.toString();
        };
    }

    private static String index(@Nullable String message, Throwable e) {
        Matcher m = INDEX.matcher(message == null ? "" : message);
        if (!m.find()) {
            return e.toString();
        }
        String i = m.group(1);
        return "runtime error: index out of range ["
                + i
                + "]"
                + (i.startsWith("-") ? "" : " with length " + m.group(2));
    }

    private static String cast(@Nullable String message, Throwable e) {
        Matcher m = CAST.matcher(message == null ? "" : message);
        return m.matches()
                ? "interface conversion: interface {} is "
                        + Fmt.typeName(m.group(1))
                        + ", not "
                        + Fmt.typeName(m.group(2))
                : e.toString();
    }

    /// A panic's value in words.
    public static String text(@Nullable Object v) {
        return switch (v) {
            case null -> "nil";
            case GoPanic p -> of(p);
            case Throwable t -> Fmt.error(t);
            case String s -> s;
            case Number n -> Fmt.plain(n);
            case Boolean b -> b.toString();
            case Character c -> c.toString();
            default -> "(" + Fmt.typeOf(v) + ") " + v;
        };
    }
}
