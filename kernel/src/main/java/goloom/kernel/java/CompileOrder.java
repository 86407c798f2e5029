package goloom.kernel.java;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The order in which the pieces of a cell are compiled: imports, types, methods, then the rest,
/// each in the order of the text. So a statement may stand above the method that it calls. They run
/// in the order of the text.
final class CompileOrder {
    private static final String COMMENTS = "(?s)(?:\\s|//[^\\n]*\\n|/\\*.*?\\*/)*";
    private static final String MODIFIERS =
            "(?:(?:@[\\w.]+(?:\\([^)]*\\))?|public|protected|private|static|final|abstract|sealed"
                    + "|non-sealed|strictfp|synchronized|default)\\s+)*";
    private static final Pattern IMPORT = Pattern.compile(COMMENTS + "import\\b.*");
    private static final Pattern TYPE =
            Pattern.compile(
                    COMMENTS
                            + MODIFIERS
                            + "(?:class|interface|enum|record|@\\s*interface)\\s+\\w+\\s*[<({\\w].*");
    private static final Pattern METHOD =
            Pattern.compile(
                    COMMENTS
                            + MODIFIERS
                            + "(?:<[^(]*>\\s*)?(?!new\\b|return\\b|throw\\b|else\\b|assert\\b|yield\\b)"
                            + "[\\w.$]+(?:\\s*<[^=;{]*>)?(?:\\s*\\[\\s*\\])*\\s+\\w+\\s*\\([^=;]*?\\)"
                            + "(?:\\s*throws\\s[\\w.,\\s]+)?\\s*\\{.*");

    private CompileOrder() {}

    static List<Integer> of(List<Piece> pieces) {
        return IntStream.range(0, pieces.size())
                .boxed()
                .sorted((a, b) -> Integer.compare(rank(pieces.get(a)), rank(pieces.get(b))))
                .toList();
    }

    private static int rank(Piece p) {
        String s = p.source();
        if (IMPORT.matcher(s).matches()) {
            return 0;
        }
        if (TYPE.matcher(s).matches()) {
            return 1;
        }
        return isMethod(p) ? 2 : 3;
    }

    /// True if a piece declares a method.
    static boolean isMethod(Piece p) {
        return !TYPE.matcher(p.source()).matches() && METHOD.matcher(p.source()).matches();
    }
}
