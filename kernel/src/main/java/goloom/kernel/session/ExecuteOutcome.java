package goloom.kernel.session;

import goloom.kernel.protocol.ErrorReport;
import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.protocol.Payload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a cell ended.
public sealed interface ExecuteOutcome {
    /// It ended well and has no value.
    ExecuteOutcome NOTHING = new Ok(null, List.of());

    /// It ended well.
    ///
    /// @param result its value, or null
    /// @param payload what the front end shall do
    record Ok(@Nullable MimeBundle result, List<Payload> payload) implements ExecuteOutcome {}

    /// It did not compile, or threw.
    record Failed(ErrorReport error) implements ExecuteOutcome {}

    /// The user ended it.
    ///
    /// @param traceback lines to show; empty: a plain sentence is shown
    record Interrupted(List<String> traceback) implements ExecuteOutcome {}
}
