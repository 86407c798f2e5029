package goloom.kernel.java;

import java.util.Locale;
import jdk.jshell.Diag;

/// An error that the compiler found in a cell.
///
/// @param start first UTF-16 unit of the cell that is wrong
/// @param end the unit after the last
/// @param line the cell's line, from 1, of `start`
/// @param column the column, from 1
/// @param message the compiler's message, as learners should read it; may have several lines
record CompileProblem(int start, int end, int line, int column, String message) {
    static CompileProblem of(String cell, Piece piece, Diag d) {
        int most = cell.length();
        int start =
                Math.clamp(piece.inCell(position(d.getPosition(), d.getStartPosition())), 0, most);
        int end = Math.clamp(piece.inCell((int) d.getEndPosition()), start, most);
        int lineStart = cell.lastIndexOf('\n', start - 1) + 1;
        return new CompileProblem(
                start,
                end,
                CellSplitter.lineOf(cell, start),
                start - lineStart + 1,
                CompilerMessages.clean(d.getMessage(Locale.ROOT)));
    }

    private static int position(long exact, long start) {
        return (int) (exact == Diag.NOPOS ? Math.max(0, start) : exact);
    }
}
