package goloom.kernel.display;

import java.util.regex.Pattern;

/// Names as the learner wrote them: JShell puts every piece of a cell into a class of its own.
final class Names {
    private static final Pattern WRAPPER =
            Pattern.compile("(?:REPL\\.)?\\$JShell\\$\\d+[A-Z]*[$.]");

    private Names() {}

    static String clean(String text) {
        // Most texts have no such name, and a search for a constant is quick.
        return text.contains("$JShell$") ? WRAPPER.matcher(text).replaceAll("") : text;
    }

    static String of(Class<?> type) {
        return clean(type.getTypeName());
    }

    static String simple(Class<?> type) {
        return type.getSimpleName();
    }
}
