package goloom.timeline;

import goloom.timeline.Scene.Bar;
import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Shape;
import goloom.trace.Analysis;
import goloom.trace.EventKind;
import goloom.trace.GoState;
import goloom.trace.Spans;
import goloom.trace.Threads;
import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes the lanes of OS threads: which goroutine, on which P.
final class ThreadLanes {
    private static final double NOTHING = 1.0 / 1_000; // of the width

    /// More threads than this share the last lane.
    static final int MOST = 24;

    private static final int HEIGHT = 20;

    private final Trace t;
    private final Spans spans;
    private final Axis axis;
    private final Rows rows;
    private final Words words;
    private final List<Threads.Lane> threads;

    ThreadLanes(Analysis a, Axis axis, Rows rows) {
        this.t = a.trace();
        this.spans = a.spans();
        this.axis = axis;
        this.rows = rows;
        this.words = new Words(a.trace());
        this.threads = a.threads().lanes();
    }

    List<Lane> lanes(int top, boolean dense) {
        List<Lane> lanes = new ArrayList<>();
        int own = threads.size() <= MOST ? threads.size() : MOST - 1;
        Map<Integer, Set<String>> locked = locked();
        int y = top;
        for (Threads.Lane t : threads.subList(0, own)) {
            List<Bar> bars = dense ? density(List.of(t)) : bars(t);
            lanes.add(new Lane(label(t, locked), -1, y, HEIGHT, 0, bars));
            y += HEIGHT;
        }
        if (own < threads.size()) {
            List<Threads.Lane> rest = threads.subList(own, threads.size());
            String label = Units.grouped(rest.size()) + " more threads";
            lanes.add(new Lane(label, -1, y, HEIGHT, 0, density(rest)));
        }
        return lanes;
    }

    /// Which lane shows this thread.
    int laneOf(int thread) {
        int own = threads.size() <= MOST ? threads.size() : MOST - 1;
        for (int i = 0; i < threads.size(); i++) {
            if (threads.get(i).thread() == thread) {
                return Math.min(i, own);
            }
        }
        return -1;
    }

    /// The goroutines that locked themselves to a thread, by thread.
    private Map<Integer, Set<String>> locked() {
        Map<Integer, Set<String>> map = new HashMap<>();
        for (int i = 0; i < t.size(); i++) {
            if (t.kind(i) == EventKind.LOCK_THREAD) {
                Set<String> of = map.computeIfAbsent(t.thread(i), _ -> new LinkedHashSet<>());
                of.add("G" + t.goroutine(i));
            }
        }
        return map;
    }

    /// `M2 cpu 0,1`, with the goroutine that locked itself to it: `M2 cpu 0, G7 locked`.
    private static String label(Threads.Lane t, Map<Integer, Set<String>> lockedTo) {
        String cpus =
                t.cpus().stream().limit(4).map(String::valueOf).collect(Collectors.joining(","));
        Set<String> locked = lockedTo.getOrDefault(t.thread(), Set.of());
        return "M"
                + t.thread()
                + (cpus.isEmpty() ? "" : "  cpu " + cpus)
                + (locked.isEmpty() ? "" : ", " + String.join(" ", locked) + " locked");
    }

    private List<Bar> density(List<Threads.Lane> of) {
        Density d = new Density();
        for (Threads.Lane t : of) {
            for (int k = 0; k < t.size(); k++) {
                int i = t.span(k);
                int hue = rows.hue(spans.goroutine(i));
                d.add(spans.state(i), hue, axis.at(spans.start(i)), axis.at(spans.end(i)));
            }
        }
        return d.bars();
    }

    private List<Bar> bars(Threads.Lane t) {
        List<Bar> bars = spins(t);
        for (int k = 0; k < t.size(); k++) {
            int i = t.span(k);
            Shape shape = spans.state(i) == GoState.RUNNING ? Shape.RUN : Shape.CALL;
            int hue = rows.hue(spans.goroutine(i));
            double from = axis.at(spans.start(i));
            bars.add(Bar.full(shape, hue, from, axis.at(spans.end(i)), label(i)));
        }
        return bars;
    }

    /// When it looked for work. Two times with next to nothing between them are one: a thread may
    /// look for work ten thousand times in a second.
    private List<Bar> spins(Threads.Lane t) {
        List<Bar> bars = new ArrayList<>();
        int span = 0; // the first that begins after the present bar
        for (int k = 0; k < t.spins(); ) {
            double from = axis.at(t.spinStart(k));
            long end;
            do {
                end = t.spinEnd(k++);
                while (span < t.size() && spans.start(t.span(span)) < end) {
                    span++;
                }
            } while (k < t.spins()
                    && axis.at(t.spinStart(k)) - axis.at(end) < NOTHING
                    && (span == t.size() || spans.start(t.span(span)) >= t.spinEnd(k)));
            bars.add(Bar.full(Shape.SPIN, -1, from, axis.at(end), List.of()));
        }
        return bars;
    }

    /// `G2 worker · P0`, or shorter.
    private List<String> label(int span) {
        String g = words.goroutine(spans.goroutine(span));
        String id = g.split(" ", 2)[0];
        if (spans.state(span) != GoState.RUNNING) {
            return isHandedOff(span) ? List.of() : List.of(g + " · in a call", id + " · call", id);
        }
        String p = spans.proc(span) < 0 ? "" : " · P" + spans.proc(span);
        return List.of(g + p, id + p, id);
    }

    private boolean isHandedOff(int span) {
        for (int i = spans.event(span) + 1; i > 0 && i < endOf(span); i++) {
            if (t.kind(i) == EventKind.PROC_HANDOFF && t.thread(i) == spans.thread(span)) {
                return true;
            }
        }
        return false;
    }

    private int endOf(int span) {
        return spans.endEvent(span) < 0 ? t.size() : spans.endEvent(span);
    }
}
