package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.ForkJoin;
import goloom.trace.ForkJoin.Kind;
import goloom.trace.ForkJoin.Link;
import goloom.trace.Trace;
import java.util.List;

/// The graph of forks and joins as numbers. Main is the line at the top; what it starts branches
/// off downwards, and comes back where it joins.
///
/// Places across are from 0 to 1, down in pixels. Each strand and each edge has a least width, so
/// that ten forks in a microsecond are ten forks; what takes longer is wider.
///
/// @param drawn false if there are too many goroutines or nodes for a picture
/// @param heading the figures
public record ForkJoinScene(
        boolean drawn,
        String heading,
        List<Row> rows,
        List<Strand> strands,
        List<Critical> critical,
        List<Curve> curves,
        List<Dot> dots,
        List<Label> labels,
        int height) {
    /// With more goroutines than this there is no picture.
    static final int MOST_GOROUTINES = 100;

    /// With more strands and edges than this there is none either: nobody could follow them.
    static final int MOST_PARTS = 1_000;

    /// With at most so many goroutines, strands and edges the picture is shown at once.
    static final int OPEN = 40;

    private static final int OPEN_PARTS = 300;

    public ForkJoinScene {
        rows = List.copyOf(rows);
        strands = List.copyOf(strands);
        critical = List.copyOf(critical);
        curves = List.copyOf(curves);
        dots = List.copyOf(dots);
        labels = List.copyOf(labels);
    }

    /// The line of a goroutine; `y` is its middle.
    public record Row(String label, int hue, int y) {}

    /// What a goroutine does between two nodes.
    public enum Doing {
        RUN,
        WAIT,
        SLEEP
    }

    /// A stretch of a row. Its words stand between `textFrom` and `textTo`.
    public record Strand(
            Doing doing,
            int hue,
            double from,
            double to,
            int y,
            String text,
            double textFrom,
            double textTo) {}

    /// A stretch of the critical path on a row.
    public record Critical(boolean runs, double from, double to, int y) {}

    /// From one row to another: a fork, or a join that first follows its row for a while.
    ///
    /// @param hue of the goroutine that is started, or that is joined
    public record Curve(
            Link link,
            int hue,
            double from,
            int y0,
            double bend,
            double to,
            int y1,
            boolean critical) {}

    /// A node that is drawn.
    public record Dot(Kind kind, int hue, double at, int y, boolean wrong) {}

    /// A word beside a node, or, centred, above it.
    ///
    /// @param room how far to the right there is room
    public record Label(
            double at, int y, List<String> texts, double room, boolean centred, boolean wrong) {
        public Label {
            texts = List.copyOf(texts);
        }
    }

    static ForkJoinScene of(Analysis a, Rows rows) {
        ForkJoin f = a.forkJoin();
        Sentences s = new Sentences(a);
        String heading = s.bound() + (s.dependsOnThisRun() ? " (graph of this run)" : "");
        if (!f.isDrawn() || a.statistics().goroutines() > MOST_GOROUTINES) {
            return notDrawn(heading);
        }
        ForkJoinScene scene = new ForkJoinLayout(a, rows, heading).build();
        return scene.strands.size() + scene.curves.size() > MOST_PARTS ? notDrawn(heading) : scene;
    }

    private static ForkJoinScene notDrawn(String heading) {
        List<Row> none = List.of();
        return new ForkJoinScene(
                false, heading, none, List.of(), List.of(), List.of(), List.of(), List.of(), 0);
    }

    /// True if the picture is shown without being asked for.
    public boolean isOpen() {
        return drawn
                && rows.size() <= OPEN
                && rows.size() > 1
                && strands.size() + curves.size() <= OPEN_PARTS;
    }

    static String nameOf(Trace t, int resource) {
        return resource < 0 ? "" : t.resources().get(resource).label();
    }
}
