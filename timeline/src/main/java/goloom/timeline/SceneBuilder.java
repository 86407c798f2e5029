package goloom.timeline;

import goloom.timeline.Scene.Arrow;
import goloom.timeline.Scene.Flag;
import goloom.timeline.Scene.Kind;
import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Legend;
import goloom.timeline.Scene.Mark;
import goloom.timeline.Scene.Section;
import goloom.timeline.Scene.Shape;
import goloom.timeline.Scene.Sign;
import goloom.trace.Analysis;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Lays a trace out: axis, lanes from top to bottom, and what connects and marks them.
final class SceneBuilder {
    /// With more spans than this, lanes show densities.
    static final int MOST_SPANS = 2_000;

    private static final int AXIS_HEIGHT = 24;
    private static final int FLAG_HEIGHT = 12; // for the words of flags
    private static final int TITLE_HEIGHT = 24;
    private static final int LEGEND_ROOM = 8;

    private final Analysis a;
    private final Axis axis;
    private final Rows rows;
    private final boolean dense;
    private final List<Section> sections = new ArrayList<>();
    private int y;

    private SceneBuilder(Analysis a) {
        this.a = a;
        this.axis = Axis.of(a.spans());
        this.rows = Rows.of(a);
        this.dense = a.spans().size() > MOST_SPANS;
        this.y = AXIS_HEIGHT + (a.remaining().isEmpty() ? 0 : FLAG_HEIGHT);
    }

    static Scene of(Analysis a) {
        return new SceneBuilder(a).build();
    }

    private Scene build() {
        List<Lane> goroutines = new GoroutineLanes(a, axis, rows).lanes(y, dense);
        section(Kind.GOROUTINES, "", goroutines);
        OutsideLane outsideLane = new OutsideLane(a.spans(), axis);
        List<Lane> outside = outsideLane.lanes(y);
        section(Kind.OUTSIDE, "", outside);
        ThreadLanes threadLanes = new ThreadLanes(a, axis, rows);
        List<Lane> threads = threadLanes.lanes(y + TITLE_HEIGHT, dense);
        section(Kind.THREADS, "OS threads", threads);
        BufferLanes bufferLanes = new BufferLanes(a, axis, rows);
        List<Lane> buffers = bufferLanes.lanes(y + TITLE_HEIGHT);
        section(Kind.BUFFERS, "Channels", buffers);

        Pointers p = new Pointers(a, axis, rows, goroutines);
        List<Arrow> arrows = p.arrows(outsideLane.arrows(), outside);
        List<Mark> marks = new ArrayList<>(p.marks());
        marks.addAll(new ThreadMarks(a, axis, threadLanes, threads).marks());
        marks.addAll(outsideLane.marks(outside));
        marks.addAll(bufferLanes.marks(buffers));
        List<Flag> flags = p.flags(y);
        return new Scene(
                summary(),
                axis,
                sections,
                arrows,
                marks,
                flags,
                legend(arrows, marks),
                y + LEGEND_ROOM,
                ForkJoinScene.of(a, rows),
                WaitForScene.of(a, rows));
    }

    private void section(Kind kind, String title, List<Lane> lanes) {
        if (!lanes.isEmpty()) {
            sections.add(new Section(kind, title, lanes));
            y = lanes.getLast().y() + lanes.getLast().height();
        }
    }

    private Summary summary() {
        Trouble trouble = new Trouble(a);
        List<String> notes = new ArrayList<>(trouble.notes());
        if (rows.isGrouped()) {
            notes.add(
                    Units.grouped(a.statistics().goroutines())
                            + " goroutines are drawn in "
                            + rows.rows().size()
                            + " rows: those of one go line share a row, with the number that"
                            + " run below and the number that could run above.");
        } else if (dense) {
            notes.add(
                    Units.grouped(a.spans().size())
                            + " state changes are drawn in "
                            + Density.COLUMNS
                            + " columns: the height of a bar is its part of the column.");
        }
        if (p() > Pointers.MOST_ARROWS) {
            notes.add(Units.grouped(p()) + " arrows are left out.");
        }
        int channels = a.buffers().channels().size();
        if (channels > BufferLanes.MOST) {
            notes.add((channels - BufferLanes.MOST) + " more channel buffers are left out.");
        }
        return new Summary(new Sentences(a).figures(), trouble.sentence(), notes);
    }

    private int p() {
        return a.arrows().size();
    }

    private List<Legend> legend(List<Arrow> arrows, List<Mark> marks) {
        Set<Legend> used = EnumSet.noneOf(Legend.class);
        for (Section s : sections) {
            for (Lane l : s.lanes()) {
                l.bars().forEach(b -> add(used, b.shape()));
            }
        }
        arrows.forEach(x -> used.add(x.go() ? Legend.GO : Legend.WAKE));
        marks.forEach(m -> add(used, m.sign()));
        return List.copyOf(used);
    }

    private static void add(Set<Legend> used, Shape s) {
        switch (s) {
            case RUN -> used.add(Legend.RUN);
            case READY -> used.add(Legend.READY);
            case WAIT -> used.add(Legend.WAIT);
            case CALL -> used.add(Legend.CALL);
            case SPIN -> used.add(Legend.SPIN);
            case HELD, ASKED, LEVEL -> {}
        }
    }

    private static void add(Set<Legend> used, Sign s) {
        switch (s) {
            case STEAL -> used.add(Legend.STEAL);
            case HANDOFF -> used.add(Legend.HANDOFF);
            case PREEMPTED, PREEMPTED_OFTEN -> used.add(Legend.PREEMPTED);
            case LOCKED -> used.add(Legend.LOCKED);
            case TIMER -> used.add(Legend.TIMER);
            case NETWORK -> used.add(Legend.NETWORK);
            case OUTSIDE -> used.add(Legend.OUTSIDE);
            case UNLOCKED, CLOSED, WRONG, GOES_ON -> {}
        }
    }
}
