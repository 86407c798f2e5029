package goloom.kernel.java;

import goloom.kernel.protocol.MimeBundle;
import goloom.timeline.Timeline;
import goloom.trace.EventKind;
import goloom.trace.Trace;
import java.util.Map;

/// The picture of a trace, for the front end.
final class Pictures {
    private Pictures() {}

    static MimeBundle of(Trace trace, Sources sources) {
        return mime(Timeline.of(trace).source(sources.all()).bundle(), sources);
    }

    /// For a cell that still runs: without script, so that it is soon there and soon replaced.
    static MimeBundle still(Trace trace, Sources sources) {
        return mime(Timeline.of(trace).stillBundle(), sources);
    }

    /// A goroutine other than main was started in the time of the trace.
    static boolean isWorthOne(Trace trace) {
        for (int i = 0; i < trace.size(); i++) {
            if (trace.kind(i) == EventKind.GO_CREATE && trace.target(i) != 1) {
                return true;
            }
        }
        return false;
    }

    private static MimeBundle mime(goloom.timeline.MimeBundle picture, Sources sources) {
        MimeBundle bundle = new MimeBundle(Map.of(), Map.of(), Map.of());
        for (var e : picture.data().entrySet()) {
            bundle = bundle.with(e.getKey(), sources.namedInPicture(e.getValue()));
        }
        return bundle;
    }
}
