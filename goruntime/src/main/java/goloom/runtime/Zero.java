package goloom.runtime;

import org.jspecify.annotations.Nullable;

/// Zero values by class.
final class Zero {
    private Zero() {}

    @SuppressWarnings("unchecked") // the wrapper of T
    static <T> @Nullable T of(Class<T> type) {
        Object zero =
                switch (type.getName()) {
                    case "int", "java.lang.Integer" -> 0;
                    case "long", "java.lang.Long" -> 0L;
                    case "double", "java.lang.Double" -> 0.0;
                    case "float", "java.lang.Float" -> 0f;
                    case "short", "java.lang.Short" -> (short) 0;
                    case "byte", "java.lang.Byte" -> (byte) 0;
                    case "char", "java.lang.Character" -> '\0';
                    case "boolean", "java.lang.Boolean" -> false;
                    case "java.lang.String" -> "";
                    default -> null;
                };
        return (T) zero;
    }
}
