package goloom.timeline;

import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Mark;
import goloom.timeline.Scene.Sign;
import goloom.trace.Analysis;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.List;

/// Makes the marks on the lanes of threads: steals, hand-offs, preemptions, locked threads. Of
/// preemptions that stand too close for a cross each, short strokes below the bar and their number.
final class ThreadMarks {
    /// With more marks than this, none is drawn.
    private static final int MOST = 300;

    private static final double CROSS = 0.03; // of the width: two crosses need so much
    private static final int COUNTED = 3; // fewer strokes are counted at a glance
    private static final double STROKE = 1.0 / 300; // two strokes

    private final Analysis a;
    private final Axis axis;
    private final ThreadLanes threads;
    private final List<Lane> lanes;

    ThreadMarks(Analysis a, Axis axis, ThreadLanes threads, List<Lane> lanes) {
        this.a = a;
        this.axis = axis;
        this.threads = threads;
        this.lanes = lanes;
    }

    List<Mark> marks() {
        Trace t = a.trace();
        List<Mark> marks = new ArrayList<>();
        List<List<Double>> preempted = new ArrayList<>(); // by lane
        lanes.forEach(_ -> preempted.add(new ArrayList<>()));
        for (int i = 0; i < t.size(); i++) {
            if (!a.spans().contains(i)) {
                continue;
            }
            switch (t.kind(i)) {
                case STEAL -> add(marks, Sign.STEAL, i);
                case PROC_HANDOFF -> handoff(marks, i);
                case GO_STOP -> {
                    int lane = threads.laneOf(t.thread(i));
                    if (t.reason(i) == WaitReason.PREEMPTED && lane >= 0 && lane < lanes.size()) {
                        preempted.get(lane).add(axis.at(t.time(i)));
                    }
                }
                case LOCK_THREAD -> add(marks, Sign.LOCKED, i);
                case UNLOCK_THREAD -> add(marks, Sign.UNLOCKED, i);
                default -> {}
            }
        }
        if (marks.size() > MOST) {
            marks.clear();
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            preemptions(marks, preempted.get(lane), middle(lane));
        }
        return marks;
    }

    /// @param at where they are, from left to right
    private void preemptions(List<Mark> marks, List<Double> at, int y) {
        for (int from = 0; from < at.size(); ) {
            int to = from + 1;
            while (to < at.size() && at.get(to) - at.get(to - 1) < CROSS) {
                to++;
            }
            if (to - from == 1) {
                marks.add(new Mark(Sign.PREEMPTED, at.get(from), at.get(from), y, List.of()));
            } else {
                strokes(marks, at.subList(from, to), to < at.size() ? at.get(to) : 1, y);
            }
            from = to;
        }
    }

    /// @param until where the next mark of this lane is
    private void strokes(List<Mark> marks, List<Double> at, double until, int y) {
        String n = Units.grouped(at.size());
        List<String> words =
                at.size() < COUNTED ? List.of() : List.of(n + " preemptions", n + " ×");
        double before = -1;
        for (double x : at) {
            if (x - before >= STROKE * lanes.size()) {
                marks.add(new Mark(Sign.PREEMPTED_OFTEN, x, until, y, words));
                words = List.of();
                before = x;
            }
        }
    }

    private void add(List<Mark> marks, Sign sign, int event) {
        int lane = threads.laneOf(a.trace().thread(event));
        if (lane >= 0 && lane < lanes.size()) {
            double at = axis.at(a.trace().time(event));
            marks.add(new Mark(sign, at, at, middle(lane), List.of()));
        }
    }

    private int middle(int lane) {
        return lanes.get(lane).y() + lanes.get(lane).height() / 2;
    }

    /// The words for a call stand behind the sign, in the bar of the call.
    private void handoff(List<Mark> marks, int event) {
        int lane = threads.laneOf(a.trace().thread(event));
        if (lane < 0 || lane >= lanes.size()) {
            return;
        }
        double at = axis.at(a.trace().time(event));
        double until = 1;
        for (Scene.Bar b : lanes.get(lane).bars()) {
            if (b.shape() == Scene.Shape.CALL && b.from() <= at && at < b.to()) {
                until = b.to();
            }
        }
        String p = "P" + a.trace().target(event);
        List<String> texts = List.of(p + " handed off", p + " off", p);
        marks.add(new Mark(Sign.HANDOFF, at, until, middle(lane), texts));
    }
}
