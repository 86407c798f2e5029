package goloom.kernel.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of a JSON object, read by type.
final class Fields {
    private final String owner;
    private final Map<String, @Nullable Object> map;

    Fields(String owner, Map<String, @Nullable Object> map) {
        this.owner = owner;
        this.map = map;
    }

    String string(String name) {
        String s = stringOrNull(name);
        if (s == null) {
            throw want("a string", name);
        }
        return s;
    }

    @Nullable String stringOrNull(String name) {
        return switch (map.get(name)) {
            case null -> null;
            case String s -> s;
            case Object _ -> throw want("a string", name);
        };
    }

    boolean flag(String name, boolean byDefault) {
        return switch (map.get(name)) {
            case null -> byDefault;
            case Boolean b -> b;
            case Object _ -> throw want("true or false", name);
        };
    }

    int number(String name, int byDefault) {
        return switch (map.get(name)) {
            case null -> byDefault;
            case Number n -> n.intValue();
            case Object _ -> throw want("a number", name);
        };
    }

    @Nullable Integer numberOrNull(String name) {
        return map.get(name) == null ? null : (Integer) number(name, 0);
    }

    Map<String, @Nullable Object> object(String name) {
        return switch (map.get(name)) {
            case null -> Map.of();
            case Map<?, ?> m -> {
                @SuppressWarnings("unchecked") // Keys of JSON objects are strings.
                var object = (Map<String, @Nullable Object>) m;
                yield object;
            }
            case Object _ -> throw want("an object", name);
        };
    }

    private MalformedMessage want(String what, String name) {
        return new MalformedMessage(
                owner + ": want " + what + " as \"" + name + "\", got " + map.get(name));
    }
}
