package goloom.timeline;

import goloom.timeline.Scene.Arrow;
import goloom.timeline.Scene.Flag;
import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Mark;
import goloom.timeline.Scene.Sign;
import goloom.trace.Analysis;
import goloom.trace.Arrows;
import goloom.trace.Ending;
import goloom.trace.EventKind;
import goloom.trace.GoState;
import goloom.trace.Remaining;
import goloom.trace.Spans;
import goloom.trace.Trace;
import goloom.trace.Waker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes what is drawn over the lanes of goroutines: arrows, marks and flags.
final class Pointers {
    /// With more arrows than this, none is drawn.
    static final int MOST_ARROWS = 400;

    /// Two arrows of the same two lanes that are closer than this part of the width are one.
    private static final double NOTHING = 1.0 / 250;

    private static final int MOST_WAKERS = 100; // with more there are none: they would be a band

    private final Analysis a;
    private final Trace t;
    private final Axis axis;
    private final Rows rows;
    private final List<Lane> lanes;
    private final Map<Integer, Integer> positions = new HashMap<>();

    Pointers(Analysis a, Axis axis, Rows rows, List<Lane> lanes) {
        this.a = a;
        this.t = a.trace();
        this.axis = axis;
        this.rows = rows;
        this.lanes = lanes;
        for (int i = 0; i < t.goroutines().size(); i++) {
            positions.put(t.goroutines().get(i).id(), i);
        }
    }

    /// The row of a goroutine, by id; -1: it has none.
    private int row(int id) {
        Integer p = positions.get(id);
        return p == null ? -1 : rows.rowOf(p);
    }

    private static int middle(Lane l) {
        return l.y() + l.height() / 2;
    }

    /// @param events what threads outside Go started and woke
    /// @param outside their lane
    List<Arrow> arrows(List<Integer> events, List<Lane> outside) {
        List<Arrow> list = new ArrayList<>();
        if (a.arrows().size() + events.size() > MOST_ARROWS || rows.isGrouped()) {
            return list;
        }
        for (int i : events) {
            int to = row(t.target(i));
            if (to >= 0) {
                Lane head = lanes.get(to);
                boolean go = t.kind(i) == EventKind.GO_CREATE;
                int y1 = head.barTop() + head.barHeight();
                list.add(new Arrow(go, axis.at(t.time(i)), middle(outside.getFirst()), y1));
            }
        }
        Map<List<Integer>, Double> last = new HashMap<>(); // from and to: where it was
        for (Arrows.Arrow x : a.arrows().all()) {
            int from = row(x.from());
            int to = row(x.to());
            if (from < 0 || to < 0 || from == to) {
                continue;
            }
            Lane start = lanes.get(from);
            Lane head = lanes.get(to);
            double at = axis.at(x.time());
            Double before = last.get(List.of(from, to));
            if (before != null && at - before < NOTHING) {
                continue;
            }
            last.put(List.of(from, to), at);
            boolean down = from < to;
            int y0 = down ? start.barTop() + start.barHeight() : start.barTop();
            int y1 = down ? head.barTop() : head.barTop() + head.barHeight();
            list.add(new Arrow(x.go(), at, y0, y1));
        }
        return list;
    }

    /// Timers and sockets that wake, and what went wrong where.
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        List<Mark> wakers = new ArrayList<>();
        for (int i = 0; i < t.size(); i++) {
            if (!a.spans().contains(i)) {
                continue;
            }
            if (t.kind(i) == EventKind.GO_UNBLOCK && t.goroutine(i) == 0) {
                int r = row(t.target(i));
                boolean timer = t.arg(i) == Waker.TIMER.ordinal();
                if (r >= 0 && !OutsideLane.isOutside(t, i)) {
                    wakers.add(mark(timer ? Sign.TIMER : Sign.NETWORK, t.time(i), r));
                }
            } else if (t.kind(i) == EventKind.PANIC) {
                int r = row(t.goroutine(i));
                String text = t.value(i);
                if (r >= 0 && text != null) {
                    marks.add(mark(Sign.WRONG, t.time(i), r, text, "panic"));
                }
            }
        }
        if (wakers.size() <= MOST_WAKERS) {
            marks.addAll(wakers);
        }
        ends(marks);
        return marks;
    }

    private Mark mark(Sign sign, long time, int row, String... texts) {
        return new Mark(sign, axis.at(time), 1, middle(lanes.get(row)), List.of(texts));
    }

    /// How the rows end that do not end by themselves.
    private void ends(List<Mark> marks) {
        Ending.Kind end = t.ending().kind();
        Spans spans = a.spans();
        if (rows.isGrouped()) {
            return;
        }
        for (Remaining r : a.remaining()) {
            int row = rows.rowOf(r.goroutine());
            boolean stuck = end == Ending.Kind.DEADLOCK && spans.state(r.span()) == GoState.WAITING;
            boolean cut = end == Ending.Kind.RETURNED && t.program();
            boolean leaked = r.leaked() && !stuck && !cut;
            if (row >= 0 && leaked) {
                marks.add(mark(Sign.WRONG, spans.end(), row, "leaked"));
            } else if (row >= 0 && (stuck || cut)) {
                marks.add(mark(Sign.WRONG, spans.end(), row));
            } else if (row >= 0 && end == Ending.Kind.RETURNED) {
                marks.add(mark(Sign.GOES_ON, spans.end(), row));
            }
        }
    }

    /// Where main returned, if others were still there, or the whole program was stuck.
    List<Flag> flags(int bottom) {
        if (a.remaining().isEmpty() || lanes.isEmpty()) {
            return List.of();
        }
        int top = lanes.getFirst().y() - 11;
        return switch (t.ending().kind()) {
            case RETURNED ->
                    List.of(
                            new Flag(
                                    axis.at(mainEnd()),
                                    top,
                                    lanes.getLast().y() + lanes.getLast().height(),
                                    t.program() ? "main returned" : "the cell returned",
                                    t.program()));
            case DEADLOCK -> List.of(new Flag(1, top, bottom, "deadlock", true));
            case INTERRUPTED -> List.of(new Flag(1, top, bottom, "interrupted", true));
            case PANIC, FATAL, EXIT, RUNNING -> List.of();
        };
    }

    private long mainEnd() {
        for (int i = t.size() - 1; i >= 0; i--) {
            if (t.kind(i) == EventKind.GO_END && t.goroutine(i) == 1) {
                return t.time(i);
            }
        }
        return a.spans().end();
    }
}
