package goloom.trace;

import java.util.ArrayList;
import java.util.List;

/// A goroutine that is still there when the trace ends.
///
/// @param goroutine its position in [Trace#goroutines()]
/// @param span the number of its last span
public record Remaining(int goroutine, int span) {
    static List<Remaining> of(Spans spans) {
        List<Remaining> list = new ArrayList<>();
        for (int g = 0; g < spans.goroutines(); g++) {
            int last = spans.to(g) - 1;
            if (last >= spans.from(g) && spans.endEvent(last) < 0) {
                list.add(new Remaining(g, last));
            }
        }
        return list;
    }
}
