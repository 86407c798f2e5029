package goloom.kernel.java;

import goloom.kernel.protocol.MimeBundle;
import goloom.timeline.Timeline;
import goloom.trace.Trace;
import java.util.Map;

/// The picture of a trace, for the front end.
final class Pictures {
    private Pictures() {}

    static MimeBundle of(Trace trace, Sources sources) {
        var picture = Timeline.of(trace).source(sources.all()).bundle();
        MimeBundle bundle = new MimeBundle(Map.of(), Map.of(), Map.of());
        for (var e : picture.data().entrySet()) {
            bundle = bundle.with(e.getKey(), sources.namedInPicture(e.getValue()));
        }
        return bundle;
    }
}
