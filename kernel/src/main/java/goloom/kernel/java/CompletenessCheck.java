package goloom.kernel.java;

import goloom.kernel.magic.MagicLines;
import goloom.kernel.magic.Magics;
import goloom.kernel.session.Completeness;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Whether Enter in a console should run what is there.
final class CompletenessCheck {
    private static final String INDENT = "    ";

    private CompletenessCheck() {}

    static Completeness of(SourceCodeAnalysis analysis, Magics magics, String code) {
        String rest = MagicLines.of(code, magics, _ -> false).code();
        while (!rest.isBlank()) {
            CompletionInfo info = analysis.analyzeCompletion(rest);
            switch (info.completeness()) {
                case EMPTY -> {
                    return new Completeness.Complete();
                }
                case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
                    return new Completeness.Incomplete(INDENT.repeat(depth(code)));
                }
                case UNKNOWN -> {
                    return new Completeness.Invalid();
                }
                case COMPLETE, COMPLETE_WITH_SEMI -> {
                    String source = info.source();
                    if (source != null && !Syntax.mistakes(source).isEmpty()) {
                        return new Completeness.Invalid();
                    }
                    if (info.remaining().length() == rest.length()) {
                        return new Completeness.Complete();
                    }
                    rest = info.remaining();
                }
            }
        }
        return new Completeness.Complete();
    }

    /// How many brackets are open at the end.
    private static int depth(String code) {
        int depth = 0;
        for (int i = 0; i < code.length(); i++) {
            switch (code.charAt(i)) {
                case '{', '(' -> depth++;
                case '}', ')' -> depth--;
                default -> {}
            }
        }
        return Math.max(0, depth);
    }
}
