package goloom.runtime.internal;

import org.jspecify.annotations.Nullable;

/// Values in a few words.
final class Words {
    private static final int MOST = 40;

    private Words() {}

    /// Text of a value, for a trace. Only for types whose text cannot run a learner's code; others
    /// give the name of their class.
    static String shortly(@Nullable Object v) {
        String s =
                switch (v) {
                    case null -> "nil";
                    case String t -> '"' + t + '"';
                    case Character c -> "'" + c + "'";
                    case Number n when n.getClass().getName().startsWith("java.lang.") ->
                            n.toString();
                    case Boolean b -> b.toString();
                    case java.time.Duration d -> d.toString();
                    case Enum<?> e -> e.name();
                    default -> v.getClass().getSimpleName();
                };
        return s.length() <= MOST ? s : s.substring(0, MOST - 1) + "…";
    }
}
