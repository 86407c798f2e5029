package goloom.timeline;

import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Mark;
import goloom.timeline.Scene.Sign;
import goloom.trace.EventKind;
import goloom.trace.Spans;
import goloom.trace.Trace;
import goloom.trace.Waker;
import java.util.ArrayList;
import java.util.List;

/// The thin lane of all threads that are no goroutines: a point for each moment at which one of
/// them did something to a goroutine or a channel. What such a thread does in between, nobody
/// knows.
final class OutsideLane {
    static final String LABEL = "outside";
    private static final int HEIGHT = 14;
    private static final double NOTHING = 1.0 / 400; // of the width: two points are one

    private final Trace t;
    private final Axis axis;
    private final List<Integer> events = new ArrayList<>();

    OutsideLane(Spans spans, Axis axis) {
        this.t = spans.trace();
        this.axis = axis;
        for (int i = 0; i < t.size(); i++) {
            if (isOutside(t, i) && spans.contains(i)) {
                events.add(i);
            }
        }
    }

    /// A thread that is no goroutine did it. The network is told apart by its waker, a timer by the
    /// thread of the scheduler that ran it.
    static boolean isOutside(Trace t, int event) {
        if (t.goroutine(event) != 0 || t.thread(event) >= 0) {
            return false;
        }
        return switch (t.kind(event)) {
            case GO_CREATE -> t.target(event) != 1; // main is nobody's doing
            case GO_UNBLOCK -> t.arg(event) != Waker.NETPOLL.ordinal();
            case CHAN_SEND, CHAN_RECV, CHAN_CLOSE, LOCK, UNLOCK, WAITGROUP -> true;
            default -> false;
        };
    }

    /// Its events, by time.
    List<Integer> events() {
        return events;
    }

    /// Those that started or woke a goroutine.
    List<Integer> arrows() {
        return events.stream()
                .filter(i -> t.kind(i) == EventKind.GO_CREATE || t.kind(i) == EventKind.GO_UNBLOCK)
                .toList();
    }

    /// The lane; none if no thread outside did anything.
    List<Lane> lanes(int top) {
        return events.isEmpty()
                ? List.of()
                : List.of(new Lane(LABEL, -1, top, HEIGHT, 0, List.of()));
    }

    List<Mark> marks(List<Lane> lanes) {
        List<Mark> marks = new ArrayList<>();
        double before = -1;
        for (int i : events) {
            double at = axis.at(t.time(i));
            if (at - before >= NOTHING) {
                int middle = lanes.getFirst().y() + HEIGHT / 2;
                marks.add(new Mark(Sign.OUTSIDE, at, at, middle, List.of()));
                before = at;
            }
        }
        return marks;
    }
}
