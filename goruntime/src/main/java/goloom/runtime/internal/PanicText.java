package goloom.runtime.internal;

import goloom.runtime.GoPanic;
import goloom.runtime.GoRuntimeError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What Go prints when nobody recovers from a panic. Java's own run-time exceptions are Go's
/// run-time errors.
///
/// `Differs from Go:` a value that is no error, text, number or bool is shown, not its address; and
/// a panic that a handler starts with a new value shows the one that it recovered from only if that
/// is its cause, `panic(new Exception("again", e))`: Java does not tell that a handler is running.
public final class PanicText {
    private static final Pattern INDEX =
            Pattern.compile("(?i)index (-?\\d+) (?:is )?out of bounds for length (\\d+)");
    private static final Pattern CAST =
            Pattern.compile("class (\\S+) cannot be cast to class (\\S+)(?s:.*)");

    private PanicText() {}

    /// An exception and those that deferred calls have thrown on top of it, in order. The last
    /// counts.
    static List<Throwable> chain(Throwable e) {
        List<Throwable> chain = new ArrayList<>();
        addChain(e, chain);
        return chain;
    }

    private static void addChain(Throwable e, List<Throwable> chain) {
        chain.add(e);
        for (Throwable s : e.getSuppressed()) {
            addChain(s, chain);
        }
    }

    /// True if the goroutine ends by goexit, though there may have been panics before.
    public static boolean isGoexit(Throwable e) {
        return chain(e).getLast() instanceof Goexit;
    }

    /// True for what ends a program when nobody recovers from it: not for an error that a body
    /// returns by throwing.
    public static boolean isPanic(Throwable e) {
        return isItselfPanic(chain(e).getLast());
    }

    private static boolean isItselfPanic(Throwable e) {
        return e instanceof GoPanic || isJavasRuntimeError(e);
    }

    private static boolean isJavasRuntimeError(Throwable e) {
        return e instanceof NullPointerException
                || e instanceof ArithmeticException
                || e instanceof IndexOutOfBoundsException
                || e instanceof ClassCastException
                || e instanceof NegativeArraySizeException;
    }

    /// `panic: boom`; panics of deferred calls that came on top follow, one on a line. Before one
    /// whose cause is a panic stands that one.
    ///
    /// @param chain without goexit
    static String headline(G g, List<Throwable> chain) {
        StringBuilder sb = new StringBuilder();
        for (Throwable e : chain) {
            boolean again =
                    g.recovered != null && e == g.recovered.panic()
                            || e instanceof GoPanic p && p.follows() != null;
            recoveredBefore(e).forEach(p -> add(sb, p, " [recovered]"));
            add(sb, e, again ? " [recovered, repanicked]" : "");
        }
        return sb.toString();
    }

    private static void add(StringBuilder sb, Throwable e, String mark) {
        sb.append(sb.isEmpty() ? "panic: " : "\n\tpanic: ");
        sb.append(of(e).replace("\n", "\n\t")).append(mark);
    }

    /// The panics that handlers have made other panics of, up to this one: those among its causes.
    private static List<Throwable> recoveredBefore(Throwable e) {
        Set<Throwable> causes = new LinkedHashSet<>();
        Throwable c = cause(e);
        while (c != null && c != e && causes.add(c)) {
            c = cause(c);
        }
        return causes.stream().filter(PanicText::isItselfPanic).toList().reversed();
    }

    /// Of a panic with an exception, what that exception names. A run-time error of Go's stands for
    /// its cause.
    private static @Nullable Throwable cause(Throwable e) {
        Throwable thrown = e instanceof GoPanic p && p.value() instanceof Throwable v ? v : e;
        return thrown instanceof GoRuntimeError ? null : thrown.getCause();
    }

    /// What `recover()` gives for an exception.
    static @Nullable Object valueOf(Throwable e) {
        return e instanceof GoPanic p
                ? p.value()
                : isJavasRuntimeError(e) ? new GoRuntimeError(runtimeError(e), e) : e;
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
            case Duration d -> Fmt.plain(d);
            default -> "(" + Fmt.typeOf(v) + ") " + Fmt.plain(v);
        };
    }
}
