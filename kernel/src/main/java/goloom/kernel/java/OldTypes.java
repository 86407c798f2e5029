package goloom.kernel.java;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Objects of classes that were declared anew since. They stay what they were, so that `Dog cannot
/// be cast to Dog`, or to `Animal`, of which it was one.
final class OldTypes {
    private static final Pattern CAST =
            Pattern.compile("class (REPL\\.\\S+) cannot be cast to class (REPL\\.\\S+) .*");

    private OldTypes() {}

    /// True if a cast failed only because one of its types is older than the other.
    static boolean isCause(Throwable e, ClassLoader loader) {
        Matcher m = CAST.matcher(String.valueOf(e.getMessage()));
        if (!(e instanceof ClassCastException) || !m.matches()) {
            return false;
        }
        try {
            Class<?> is = Class.forName(m.group(1), false, loader);
            return hasType(is, CompilerMessages.clean(m.group(2)));
        } catch (ClassNotFoundException | LinkageError notFound) {
            return false;
        }
    }

    private static boolean hasType(@Nullable Class<?> c, String name) {
        if (c == null) {
            return false;
        }
        for (Class<?> i : c.getInterfaces()) {
            if (hasType(i, name)) {
                return true;
            }
        }
        return CompilerMessages.clean(c.getName()).equals(name) || hasType(c.getSuperclass(), name);
    }
}
