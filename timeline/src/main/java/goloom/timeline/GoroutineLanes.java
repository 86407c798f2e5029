package goloom.timeline;

import goloom.timeline.Scene.Bar;
import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Shape;
import goloom.trace.Analysis;
import goloom.trace.EventKind;
import goloom.trace.GoState;
import goloom.trace.Spans;
import goloom.trace.Trace;
import goloom.trace.WaitFor;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the lanes of goroutines: what each does when.
final class GoroutineLanes {
    private static final int HEIGHT = 20;
    private static final int GROUP_HEIGHT = 34;
    private static final int MOST_EVENTS_BETWEEN = 8; // a hand-over and the wake-up that follows

    private final Analysis a;
    private final Spans spans;
    private final Axis axis;
    private final Rows rows;
    private final Words words;

    GoroutineLanes(Analysis a, Axis axis, Rows rows) {
        this.a = a;
        this.spans = a.spans();
        this.axis = axis;
        this.rows = rows;
        this.words = new Words(a.trace());
    }

    /// @param dense more bars than can be told apart
    List<Lane> lanes(int top, boolean dense) {
        List<Lane> lanes = new ArrayList<>();
        int y = top;
        for (Rows.Row row : rows.rows()) {
            int height = row.isGroup() ? GROUP_HEIGHT : HEIGHT;
            List<Bar> bars = dense || row.isGroup() ? density(row) : bars(row.members().getFirst());
            lanes.add(new Lane(row.label(), row.hue(), y, height, 0, bars));
            y += height;
        }
        return lanes;
    }

    private List<Bar> density(Rows.Row row) {
        Density d = new Density();
        for (int g : row.members()) {
            for (int i = spans.from(g); i < spans.to(g); i++) {
                double from = axis.at(spans.start(i));
                d.add(spans.state(i), row.hue(), from, axis.at(spans.end(i)));
            }
        }
        return row.isGroup() ? d.crowd(a.statistics().procs()) : d.bars();
    }

    private List<Bar> bars(int g) {
        int hue = rows.hue(g);
        List<Bar> bars = new ArrayList<>();
        for (int i = spans.from(g); i < spans.to(g); i++) {
            double from = axis.at(spans.start(i));
            double to = axis.at(spans.end(i));
            GoState state = spans.state(i);
            switch (state) {
                case RUNNING -> bars.add(Bar.full(Shape.RUN, hue, from, to, thread(i)));
                case RUNNABLE -> bars.add(Bar.full(Shape.READY, -1, from, to, List.of()));
                case WAITING ->
                        bars.add(new Bar(Shape.WAIT, -1, from, to, 0, 1, waiting(i), handed(i)));
                case SYSCALL -> bars.add(Bar.full(Shape.CALL, hue, from, to, List.of("call")));
                case NOT_EXIST -> {}
            }
        }
        return bars;
    }

    private List<String> thread(int span) {
        return spans.thread(span) < 0 ? List.of() : List.of("M" + spans.thread(span));
    }

    /// The value that was handed over when this wait for an unbuffered channel ended.
    private String handed(int span) {
        Trace t = a.trace();
        int end = spans.endEvent(span);
        int r = end < 0 ? -1 : t.resource(end);
        if (r < 0
                || t.resources().get(r).kind() != Trace.Resource.Kind.CHANNEL
                || t.resources().get(r).capacity() > 0) {
            return "";
        }
        for (int i = end - 1; i >= Math.max(0, end - MOST_EVENTS_BETWEEN); i--) {
            EventKind k = t.kind(i);
            if (t.resource(i) == r && (k == EventKind.CHAN_RECV || k == EventKind.CHAN_SEND)) {
                String v = t.value(i);
                return v == null ? "" : v;
            }
        }
        return "";
    }

    private List<String> waiting(int span) {
        if (spans.reason(span) == WaitReason.SELECT && spans.event(span) >= 0) {
            String cases =
                    WaitFor.selectCases(a.trace(), spans.event(span)).stream()
                            .map(e -> words.resource(a.trace().resource(e)))
                            .distinct()
                            .collect(Collectors.joining(", "));
            return List.of("select " + cases, "select");
        }
        String what = words.waiting(spans.reason(span), spans.resource(span));
        return List.of(what, words.resource(spans.resource(span)));
    }
}
