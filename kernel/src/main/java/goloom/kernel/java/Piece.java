package goloom.kernel.java;

import java.util.ArrayList;
import java.util.List;

/// One snippet of a cell: an import, a declaration or a statement.
///
/// @param source what JShell gets; it may end with a semicolon that the cell lacks, and has text
///   added
/// @param offset where it begins in the cell, in UTF-16 units
/// @param line the cell's line, from 1, on which it begins
/// @param semicolon whether the learner ended it with a semicolon
/// @param added what `source` has more than the cell, in its order
record Piece(String source, int offset, int line, boolean semicolon, List<Added> added) {
    /// Text that the learner has not written: the value of a return, the subtypes of a sealed type.
    ///
    /// @param at where it begins in `source`
    record Added(int at, int length) {}

    /// The position in the cell of a position in `source`.
    int inCell(int position) {
        int more = 0;
        for (Added a : added) {
            if (position > a.at()) {
                more += Math.min(position - a.at(), a.length());
            }
        }
        return offset + position - more;
    }

    /// The piece with text inserted, which comes before all that was added before.
    Piece with(int at, String text) {
        List<Added> all = new ArrayList<>(List.of(new Added(at, text.length())));
        added.forEach(a -> all.add(new Added(a.at() + text.length(), a.length())));
        String with = source.substring(0, at) + text + source.substring(at);
        return new Piece(with, offset, line, semicolon, all);
    }
}
