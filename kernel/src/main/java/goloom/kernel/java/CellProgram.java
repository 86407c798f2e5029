package goloom.kernel.java;

import java.lang.invoke.MethodHandle;
import java.util.List;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/// A compiled cell: its steps, in the order of its text.
///
/// @param result the step whose value is the result of the cell, if the last one has a value
record CellProgram(List<Step> steps, @Nullable Step result) {
    /// The code of one snippet.
    ///
    /// @param code takes nothing and gives the value of the snippet
    record Step(Snippet snippet, Piece piece, MethodHandle code) {}
}
