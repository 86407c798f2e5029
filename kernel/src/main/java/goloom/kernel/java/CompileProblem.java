package goloom.kernel.java;

import java.util.Locale;
import jdk.jshell.Diag;
import org.jspecify.annotations.Nullable;

/// An error that the compiler found in a cell.
///
/// @param start first UTF-16 unit of the cell that is wrong
/// @param end the unit after the last
/// @param line the cell's line, from 1, of `start`
/// @param column the column, from 1
/// @param message the compiler's message, as learners should read it; may have several lines
/// @param hint what to write instead, in a sentence; null if we have no idea
record CompileProblem(
        int start, int end, int line, int column, String message, @Nullable String hint) {
    static CompileProblem of(String cell, Piece piece, Diag d) {
        int start = position(d.getPosition(), d.getStartPosition());
        return of(cell, piece, start, (int) d.getEndPosition(), d.getMessage(Locale.ROOT));
    }

    static CompileProblem of(String cell, Piece piece, Syntax.Mistake m) {
        return of(cell, piece, m.start(), m.end(), m.message());
    }

    private static CompileProblem of(String cell, Piece piece, int from, int to, String message) {
        int most = cell.length();
        int start = Math.clamp(piece.inCell(from), 0, most);
        int end = Math.clamp(piece.inCell(to), start, most);
        int lineStart = cell.lastIndexOf('\n', start - 1) + 1;
        return new CompileProblem(
                start,
                end,
                CellSplitter.lineOf(cell, start),
                start - lineStart + 1,
                CompilerMessages.clean(message),
                null);
    }

    CompileProblem withHint(@Nullable String sentence) {
        return new CompileProblem(start, end, line, column, message, sentence);
    }

    private static int position(long exact, long start) {
        return (int) (exact == Diag.NOPOS ? Math.max(0, start) : exact);
    }
}
