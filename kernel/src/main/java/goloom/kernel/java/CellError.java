package goloom.kernel.java;

import java.util.ArrayList;
import java.util.List;

/// A failed cell, for the protocol.
///
/// @param name the class of the error
/// @param value what it says, on one line
/// @param traceback all that a learner reads, with ANSI colours
record CellError(String name, String value, List<String> traceback) {
    /// The same with sentences at its end.
    CellError with(List<String> notes) {
        if (notes.isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(traceback);
        all.add("");
        all.addAll(notes);
        return new CellError(name, value, all);
    }
}
