package goloom.kernel.java;

/// One snippet of a cell: an import, a declaration or a statement.
///
/// @param source what JShell gets; it may end with a semicolon that the cell lacks
/// @param offset where it begins in the cell, in UTF-16 units
/// @param semicolon whether the learner ended it with a semicolon
/// @param line the cell's line, from 1, on which it begins
record Piece(String source, int offset, int line, boolean semicolon) {}
