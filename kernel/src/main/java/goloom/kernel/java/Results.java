package goloom.kernel.java;

import goloom.kernel.java.CellProgram.Step;
import jdk.jshell.Snippet.SubKind;

/// Which values are the result of a cell.
final class Results {
    private Results() {}

    /// The value of the last piece is shown if it is an expression: always for one that is no
    /// statement in Java (`k + 1`, also with a semicolon); for a call or a new object only without
    /// a semicolon; never for an assignment or a declaration.
    static boolean isShown(Step last) {
        SubKind kind = last.snippet().subKind();
        return switch (kind) {
            case VAR_VALUE_SUBKIND -> true;
            case TEMP_VAR_EXPRESSION_SUBKIND, OTHER_EXPRESSION_SUBKIND ->
                    !(last.piece().semicolon() && isCall(last.piece().source()));
            default -> false;
        };
    }

    private static boolean isCall(String source) {
        String s = source.strip();
        while (s.endsWith(";")) {
            s = s.substring(0, s.length() - 1).stripTrailing();
        }
        return s.endsWith(")") && !s.startsWith("(")
                || s.endsWith("++")
                || s.endsWith("--")
                || s.startsWith("new ");
    }
}
