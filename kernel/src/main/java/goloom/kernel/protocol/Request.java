package goloom.kernel.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What front ends send. Positions in code count UTF-16 units, as Java does.
public sealed interface Request {

    /// What language is this, which protocol?
    record KernelInfo() implements Request {}

    /// Run a cell.
    ///
    /// @param silent publish nothing, count nothing
    /// @param userExpressions name to expression, evaluated after the cell
    /// @param stopOnError when it fails, drop the cells that are queued behind it
    record Execute(
            String code,
            boolean silent,
            boolean storeHistory,
            Map<String, String> userExpressions,
            boolean allowStdin,
            boolean stopOnError)
            implements Request {}

    /// What can stand at the cursor?
    record Complete(String code, int cursor) implements Request {}

    /// What is at the cursor?
    ///
    /// @param detail 0, or 1 for more
    record Inspect(String code, int cursor, int detail) implements Request {}

    /// Would Enter run this code?
    record IsComplete(String code) implements Request {}

    /// Which code ran before?
    sealed interface History extends Request {
        /// True if results are wanted too.
        boolean output();
    }

    /// The last cells.
    record HistoryTail(int n, boolean output) implements History {}

    /// Cells of one session by number; session 0 is this one, -1 the one before it.
    ///
    /// @param stop the first number that is left out; null: to the end
    record HistoryRange(int session, int start, @Nullable Integer stop, boolean output)
            implements History {}

    /// Cells that match a pattern with `*` and `?`.
    ///
    /// @param n the last so many; null: all
    /// @param unique equal cells once
    record HistorySearch(String pattern, @Nullable Integer n, boolean unique, boolean output)
            implements History {}

    /// Which ports?
    record Connect() implements Request {}

    /// Which comms are open?
    record CommInfo(@Nullable String target) implements Request {}

    /// Open a comm.
    record CommOpen(
            String id, String target, Map<String, @Nullable Object> data, List<byte[]> buffers)
            implements Request {}

    /// A message on a comm.
    record CommMessage(String id, Map<String, @Nullable Object> data, List<byte[]> buffers)
            implements Request {}

    /// Close a comm.
    record CommClose(String id, Map<String, @Nullable Object> data) implements Request {}

    /// End the kernel.
    record Shutdown(boolean restart) implements Request {}

    /// Stop the running cell.
    record Interrupt() implements Request {}

    /// A request of the Debug Adapter Protocol, which has answers of its own to what is malformed.
    ///
    /// @param command "" if there is none
    /// @param arguments should be a map, or null
    record Debug(int seq, String command, @Nullable Object arguments) implements Request {}

    /// Start a subshell.
    record CreateSubshell() implements Request {}

    /// End a subshell.
    record DeleteSubshell(String id) implements Request {}

    /// Which subshells are there?
    record ListSubshell() implements Request {}

    /// What the user typed.
    ///
    /// @param parentId the input request it answers, if the front end says so
    record InputReply(String value, @Nullable String parentId) implements Request {}

    /// A message this kernel does not know.
    record Unknown(String type) implements Request {}
}
