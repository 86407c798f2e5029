package goloom.kernel.java;

import java.util.regex.Pattern;

/// The compiler's messages without what JShell has added to a learner's text.
final class CompilerMessages {
    private static final Pattern LOCATION =
            Pattern.compile("\\n\\s*location:\\s*class\\s*(?=\\n|$)");
    private static final Pattern WRAPPER =
            Pattern.compile("(?:REPL\\.)?\\$JShell\\$\\d+[A-Z]*\\$?\\.?");

    private static final Pattern OF_NO_CLASS = Pattern.compile(" in (?:class|interface) (?= )");
    private static final Pattern LOADERS =
            Pattern.compile(" \\([^()]* unnamed module of loader 'cells' @\\w+[^()]*\\)");

    private CompilerMessages() {}

    static String clean(String message) {
        String text = LOCATION.matcher(message).replaceAll("");
        text = WRAPPER.matcher(text).replaceAll("");
        text = OF_NO_CLASS.matcher(text).replaceAll("");
        return LOADERS.matcher(text).replaceAll("").strip();
    }
}
