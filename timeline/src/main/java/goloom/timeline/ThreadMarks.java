package goloom.timeline;

import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Mark;
import goloom.timeline.Scene.Sign;
import goloom.trace.Analysis;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.List;

/// Makes the marks on the lanes of threads: steals, hand-offs, preemptions, locked threads.
final class ThreadMarks {
    /// With more marks than this, none is drawn.
    private static final int MOST = 300;

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
        for (int i = 0; i < t.size() && marks.size() <= MOST; i++) {
            if (t.time(i) < a.spans().begin()) {
                continue;
            }
            switch (t.kind(i)) {
                case STEAL -> add(marks, Sign.STEAL, i);
                case PROC_HANDOFF -> handoff(marks, i);
                case GO_STOP -> {
                    if (t.reason(i) == WaitReason.PREEMPTED) {
                        add(marks, Sign.PREEMPTED, i);
                    }
                }
                case LOCK_THREAD -> add(marks, Sign.LOCKED, i);
                case UNLOCK_THREAD -> add(marks, Sign.UNLOCKED, i);
                default -> {}
            }
        }
        return marks.size() > MOST ? List.of() : marks;
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
