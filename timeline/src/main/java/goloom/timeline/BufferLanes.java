package goloom.timeline;

import goloom.timeline.Scene.Bar;
import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Mark;
import goloom.timeline.Scene.Shape;
import goloom.timeline.Scene.Sign;
import goloom.trace.Analysis;
import goloom.trace.Buffers;
import goloom.trace.EventKind;
import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the lanes of channels. Of buffered ones: the values in their slots, in the hue of who sent
/// them; or, where there are too many for that, how full the buffer was. Of unbuffered ones: who
/// waits to send, full, and below who waits to receive, in outline.
final class BufferLanes {
    /// More channels than this are left out.
    static final int MOST = 6;

    private static final int MOST_UNBUFFERED = 4;
    private static final int MOST_SLOTS = 5;
    private static final int MOST_VALUES = 160;
    private static final int SLOT_HEIGHT = 14;
    private static final int LEVEL_HEIGHT = 26;

    private final Analysis a;
    private final Axis axis;
    private final Rows rows;
    private final Map<Integer, Integer> positions = new HashMap<>();
    private final List<Queues> queues;

    BufferLanes(Analysis a, Axis axis, Rows rows) {
        this.a = a;
        this.axis = axis;
        this.rows = rows;
        List<Trace.Goroutine> all = a.trace().goroutines();
        for (int i = 0; i < all.size(); i++) {
            positions.put(all.get(i).id(), i);
        }
        int room = Math.clamp(MOST - a.buffers().channels().size(), 0, MOST_UNBUFFERED);
        List<Queues> unbuffered = rows.isGrouped() ? List.of() : Queues.of(a);
        queues = unbuffered.subList(0, Math.min(room, unbuffered.size()));
    }

    /// The channels that have a lane.
    List<Integer> channels() {
        List<Integer> all = a.buffers().channels();
        List<Integer> list = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        queues.forEach(q -> list.add(q.channel()));
        return list;
    }

    List<Lane> lanes(int top) {
        List<Lane> lanes = new ArrayList<>();
        int y = top;
        for (int ch : channels()) {
            Lane lane = lane(ch, y);
            lanes.add(lane);
            y += lane.height();
        }
        return lanes;
    }

    private Lane queue(Queues q, String label, int y) {
        double n = q.places();
        List<Bar> bars = new ArrayList<>();
        for (Queues.Waiting w : q.waiting()) {
            double low = (n - 1 - q.placeOf(w)) / n;
            Trace.Goroutine g = a.trace().goroutines().get(w.goroutine());
            String verb = w.sends() ? " sends" : " receives";
            bars.add(
                    new Bar(
                            w.sends() ? Shape.HELD : Shape.ASKED,
                            rows.hue(w.goroutine()),
                            axis.at(w.from()),
                            axis.at(w.to()),
                            low,
                            low + 1 / n,
                            List.of(g.label() + verb, "G" + g.id() + verb, "G" + g.id()),
                            ""));
        }
        return new Lane(label, -1, y, q.places() * SLOT_HEIGHT + 7, q.places(), bars);
    }

    /// Where channels were closed.
    List<Mark> marks(List<Lane> lanes) {
        Trace t = a.trace();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < t.size() && !lanes.isEmpty(); i++) {
            if (t.kind(i) == EventKind.CHAN_CLOSE && a.spans().contains(i)) {
                int k = channels().indexOf(t.resource(i));
                if (k >= 0) {
                    int middle = lanes.get(k).y() + lanes.get(k).height() / 2;
                    double at = axis.at(t.time(i));
                    marks.add(new Mark(Sign.CLOSED, at, 1, middle, List.of("closed")));
                }
            }
        }
        return marks;
    }

    private Lane lane(int ch, int y) {
        Trace.Resource r = a.trace().resources().get(ch);
        for (Queues q : queues) {
            if (q.channel() == ch) {
                return queue(q, r.label() + " (cap 0)", y);
            }
        }
        String label = r.label() + " (cap " + r.capacity() + ")";
        List<Buffers.Held> held = a.buffers().held(ch);
        if (held.isEmpty()) {
            return new Lane(label, -1, y, SLOT_HEIGHT + 7, 1, List.of());
        }
        if (r.capacity() <= MOST_SLOTS && held.size() <= MOST_VALUES) {
            int height = r.capacity() * SLOT_HEIGHT + 7;
            return new Lane(label, -1, y, height, r.capacity(), slots(held, r.capacity()));
        }
        List<Bar> levels = levels(a.buffers().fill(ch), r.capacity());
        return new Lane(label, -1, y, LEVEL_HEIGHT, 1, levels);
    }

    private List<Bar> slots(List<Buffers.Held> held, int capacity) {
        List<Bar> bars = new ArrayList<>();
        for (Buffers.Held h : held) {
            double n = capacity;
            Integer sender = positions.get(h.sender());
            int hue = sender == null ? -1 : rows.hue(sender);
            double low = (n - 1 - h.slot()) / n;
            List<String> texts = h.value() == null ? List.of() : Names.shorter(h.value());
            bars.add(
                    new Bar(
                            Shape.HELD,
                            hue,
                            axis.at(h.from()),
                            axis.at(h.to()),
                            low,
                            low + 1 / n,
                            texts,
                            ""));
        }
        return bars;
    }

    /// The largest length in each column.
    private List<Bar> levels(Buffers.Fill fill, int capacity) {
        int[] most = new int[Density.COLUMNS + 1];
        for (int k = 0; k < fill.size(); k++) {
            long until = k + 1 < fill.size() ? fill.time(k + 1) : a.spans().end();
            int to = (int) (axis.at(until) * Density.COLUMNS);
            for (int c = (int) (axis.at(fill.time(k)) * Density.COLUMNS); c <= to; c++) {
                most[c] = Math.max(most[c], fill.length(k));
            }
        }
        List<Bar> bars = new ArrayList<>();
        int since = 0;
        for (int c = 1; c <= Density.COLUMNS; c++) {
            if (c == Density.COLUMNS || most[c] != most[since]) {
                if (most[since] > 0) {
                    double high = (double) most[since] / capacity;
                    double from = (double) since / Density.COLUMNS;
                    double to = (double) c / Density.COLUMNS;
                    bars.add(Bar.part(Shape.LEVEL, -1, from, to, 0, high));
                }
                since = c;
            }
        }
        return bars;
    }
}
