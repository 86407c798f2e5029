package goloom.kernel.java;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/// Splits a cell into snippets, where JShell's parser says that one ends.
final class CellSplitter {
    private CellSplitter() {}

    static List<Piece> split(SourceCodeAnalysis analysis, String cell) {
        List<Piece> pieces = new ArrayList<>();
        String rest = cell;
        while (!rest.isBlank()) {
            int offset = cell.length() - rest.length();
            CompletionInfo info = analysis.analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                break; // comments only
            }
            String remaining = info.remaining();
            String source = info.source();
            if (isWrong(info, rest)) {
                remaining = rest.substring(endOfWrong(rest));
                source = null;
            }
            String raw = rest.substring(0, rest.length() - remaining.length());
            source = source == null ? raw : source;
            int blank = leadingBlank(source);
            int at = offset + leadingBlank(raw);
            pieces.add(piece(cell, source.substring(blank).stripTrailing(), at, raw));
            rest = remaining;
        }
        return SealedTypes.completed(pieces);
    }

    /// No Java. JShell then takes all that follows for one snippet, or gets lost, as in `go f()`.
    private static boolean isWrong(CompletionInfo info, String rest) {
        String remaining = info.remaining();
        return !rest.endsWith(remaining)
                || remaining.length() == rest.length()
                || info.completeness() == Completeness.UNKNOWN && !Syntax.mistakes(rest).isEmpty();
    }

    /// Where a wrong statement ends, most likely: at the end of a line, outside of braces, after a
    /// semicolon or a brace.
    private static int endOfWrong(String rest) {
        int depth = 0;
        char last = ' ';
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '\n' && depth <= 0 && (last == ';' || last == '}')) {
                return i;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            last = Character.isWhitespace(c) ? last : c;
        }
        return rest.length();
    }

    private static Piece piece(String cell, String source, int at, String raw) {
        boolean semicolon = raw.stripTrailing().endsWith(";");
        StringBuilder rewritten = new StringBuilder(source);
        List<Piece.Added> added = new ArrayList<>();
        for (int end : Returns.find(source)) {
            int here = end + added.size() * Returns.VALUE.length();
            rewritten.insert(here, Returns.VALUE);
            added.add(new Piece.Added(here, Returns.VALUE.length()));
        }
        return new Piece(rewritten.toString(), at, lineOf(cell, at), semicolon, added);
    }

    private static int leadingBlank(String s) {
        int i = 0;
        while (i < s.length() && Character.isWhitespace(s.charAt(i))) {
            i++;
        }
        return i;
    }

    /// The line, from 1, of a position in a text.
    static int lineOf(String text, int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }
}
