package goloom.kernel.java;

import java.util.regex.Pattern;

/// The compiler's messages without what JShell has added to a learner's text.
final class CompilerMessages {
    private static final Pattern LOCATION =
            Pattern.compile("\\n\\s*location:\\s*class\\s*(?=\\n|$)");
    private static final Pattern WRAPPER =
            Pattern.compile("(?:REPL\\.)?\\$JShell\\$\\d+[A-Z]*\\$?\\.?");

    private CompilerMessages() {}

    static String clean(String message) {
        return WRAPPER.matcher(LOCATION.matcher(message).replaceAll("")).replaceAll("").strip();
    }
}
