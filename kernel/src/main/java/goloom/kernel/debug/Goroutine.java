package goloom.kernel.debug;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A goroutine as it was when somebody looked.
///
/// @param id unique among all that are alive; Go's number, unless several programs run
/// @param name `goroutine 7 worker`
/// @param state why it does not run, in Go's words
/// @param waitsFor the channel, lock or the like; null: nothing of the kind
/// @param started who started it where; null: nobody
/// @param calls its stack in the lines of cells, innermost call first
/// @param text all of it, as in a report
public record Goroutine(
        int id,
        String name,
        String state,
        @Nullable String waitsFor,
        @Nullable String started,
        List<Call> calls,
        String text) {

    /// A line of a stack.
    ///
    /// @param cell its cell; 0: it is not of a cell
    public record Call(String text, int cell, int line) {}

    /// `chan receive, waits for jobs`
    String condition() {
        return waitsFor == null ? state : state + ", waits for " + waitsFor;
    }

    /// `goroutine 7 worker [chan receive, waits for jobs], started by goroutine 1 at cell [3], line
    /// 2`
    String line() {
        String begin = started == null ? "" : ", started by " + started;
        return name + " [" + condition() + "]" + begin;
    }
}
