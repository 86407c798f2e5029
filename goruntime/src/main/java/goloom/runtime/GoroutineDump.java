package goloom.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A goroutine in a report.
///
/// @param status why it does not run, in Go's words: `chan receive`, `running`
/// @param minutes for how long it has waited in an operation of the runtime, in whole minutes
/// @param frames its stack, innermost call first, without the frames of the runtime
/// @param waitsFor the channel, lock or the like that it waits for, by its name if it has one; null
///   if it waits for nothing of the kind
/// @param createdBy the goroutine that started it; 0: none
/// @param site the packed [goloom.trace.Site] of its last call into the runtime, if its class was
///   woven
public record GoroutineDump(
        int id,
        @Nullable String name,
        String status,
        int minutes,
        boolean lockedToThread,
        List<StackTraceElement> frames,
        @Nullable String waitsFor,
        int createdBy,
        int site,
        int goSite) {

    /// `goroutine 7 worker [chan receive]:`
    public String header() {
        return "goroutine " + id + (name == null ? "" : " " + name) + " [" + state() + "]:";
    }

    /// What stands in the brackets: `chan receive, 2 minutes`.
    public String state() {
        return status
                + (minutes > 0 ? ", " + minutes + " minutes" : "") // Go says `1 minutes` too
                + (lockedToThread ? ", locked to thread" : "");
    }

    /// The whole block, as in Go's reports: header, calls, and who started it.
    public String text() {
        StringBuilder sb = new StringBuilder(header());
        for (StackTraceElement f : frames) {
            sb.append('\n').append(f.getClassName()).append('.').append(f.getMethodName());
            sb.append("(...)\n\t").append(f.getFileName()).append(':').append(f.getLineNumber());
        }
        if (createdBy != 0) {
            sb.append("\ncreated by goroutine ").append(createdBy);
        }
        return sb.toString();
    }
}
