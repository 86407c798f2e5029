package goloom.kernel.java;

import java.util.List;

/// One snippet of a cell: an import, a declaration or a statement.
///
/// @param source what JShell gets; it may end with a semicolon that the cell lacks, and a return
///   that ends the cell has a value
/// @param offset where it begins in the cell, in UTF-16 units
/// @param line the cell's line, from 1, on which it begins
/// @param semicolon whether the learner ended it with a semicolon
/// @param returns where in `source` the values of returns begin
record Piece(String source, int offset, int line, boolean semicolon, List<Integer> returns) {
    /// The position in the cell of a position in `source`.
    int inCell(int position) {
        int added = 0;
        for (int at : returns) {
            if (position > at) {
                added += Math.min(position - at, Returns.VALUE.length());
            }
        }
        return offset + position - added;
    }
}
