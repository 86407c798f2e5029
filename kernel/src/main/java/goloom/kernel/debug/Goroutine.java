package goloom.kernel.debug;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A goroutine as it was when somebody looked.
///
/// @param id unique among all that are alive
/// @param number Go's number; in two programs that run at once it may be the same
/// @param label the name that the program gave it; null: none
/// @param state why it does not run, in Go's words
/// @param waitsFor the channel, lock or the like; null: nothing of the kind
/// @param started who started it where; null: nobody
/// @param calls its stack in the lines of cells, innermost call first
/// @param text all of it, as in a report
public record Goroutine(
        int id,
        int number,
        @Nullable String label,
        String state,
        @Nullable String waitsFor,
        @Nullable String started,
        List<Call> calls,
        String text) {

    /// A line of a stack.
    ///
    /// @param cell its cell; 0: it is not of a cell
    public record Call(String text, int cell, int line) {}

    /// `G7 worker`, as in the picture under a cell.
    String shortName() {
        String name = number == 1 ? "main" : label;
        return "G" + number + (name == null ? "" : " " + name);
    }

    /// `chan receive on jobs`
    String condition() {
        return waitsFor == null ? state : state + " on " + waitsFor;
    }

    /// `goroutine 7 worker [chan receive on jobs], started by goroutine 1 at cell [3], line 2`
    String line() {
        return "goroutine "
                + number
                + (label == null ? "" : " " + label)
                + " ["
                + condition()
                + "]"
                + (started == null ? "" : ", started by " + started);
    }
}
