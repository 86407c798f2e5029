package goloom.kernel.debug;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments of a request, which may be missing or of any type.
final class Arguments {
    private final String command;
    private final Map<?, ?> map;

    /// @param arguments should be a map, or null
    Arguments(String command, @Nullable Object arguments) throws Refused {
        this.command = command;
        map =
                switch (arguments) {
                    case null -> Map.of();
                    case Map<?, ?> m -> m;
                    case Object o ->
                            throw new Refused(command + ": want an object as arguments, got " + o);
                };
    }

    String string(String name) throws Refused {
        if (map.get(name) instanceof String s) {
            return s;
        }
        throw want("a string", name);
    }

    /// Never fails.
    String stringOr(String name, String byDefault) {
        return map.get(name) instanceof String s ? s : byDefault;
    }

    int number(String name) throws Refused {
        if (map.get(name) instanceof Number n) {
            return n.intValue();
        }
        throw want("a number", name);
    }

    int number(String name, int byDefault) throws Refused {
        return map.get(name) == null ? byDefault : number(name);
    }

    List<?> list(String name) throws Refused {
        return switch (map.get(name)) {
            case null -> List.of();
            case List<?> l -> l;
            case Object _ -> throw want("a list", name);
        };
    }

    /// A part of a list: from the argument `start` on, as many as `count` says; 0 means all.
    <T> List<T> page(List<T> all, String start, String count) throws Refused {
        int from = Math.clamp(number(start, 0), 0, all.size());
        int most = number(count, 0);
        return all.subList(
                from, most <= 0 ? all.size() : (int) Math.min((long) from + most, all.size()));
    }

    /// The arguments within an argument.
    Arguments object(String name) throws Refused {
        if (map.get(name) instanceof Map<?, ?> m) {
            return new Arguments(command, m);
        }
        throw want("an object", name);
    }

    private Refused want(String what, String name) {
        return new Refused(
                command + ": want " + what + " as \"" + name + "\", got " + map.get(name));
    }
}
