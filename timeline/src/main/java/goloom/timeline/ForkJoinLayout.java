package goloom.timeline;

import goloom.timeline.ForkJoinScene.Critical;
import goloom.timeline.ForkJoinScene.Curve;
import goloom.timeline.ForkJoinScene.Doing;
import goloom.timeline.ForkJoinScene.Dot;
import goloom.timeline.ForkJoinScene.Label;
import goloom.timeline.ForkJoinScene.Row;
import goloom.timeline.ForkJoinScene.Strand;
import goloom.trace.Analysis;
import goloom.trace.Ending;
import goloom.trace.ForkJoin;
import goloom.trace.ForkJoin.Edge;
import goloom.trace.ForkJoin.Kind;
import goloom.trace.ForkJoin.Link;
import goloom.trace.ForkJoin.Node;
import goloom.trace.Remaining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/*
 * Across: a node is as far right as the longest path to it, where a strand counts its time and at least a
 * little, and an edge between goroutines that little. Nodes come in an order in which every edge goes forward,
 * so one pass is enough.
 *
 * Down: a goroutine is below its parent; among the children of one parent, the one that was started last is
 * nearest. So a fork never has to cross the line of a goroutine that was started before.
 */
final class ForkJoinLayout {
    private static final int ROW = 26;
    private static final int SMALL_ROW = 16;
    private static final int TOP = 30;
    private static final double LEAST_PART = 0.5; // of the width, for the least widths
    private static final double LARGEST_LEAST = 0.055;
    private static final double ROOM_FOR_WORDS = 0.14;
    private static final int MOST_CURVES = 300;

    private final Analysis a;
    private final Rows rows;
    private final String heading;
    private final ForkJoin graph;
    private final List<Node> nodes;
    private final int[] previous; // of each node: the one before it on its row; -1: none
    private final double[] x;
    private final int[] y; // of each goroutine, by position
    private final Set<Long> critical = new HashSet<>(); // pairs of nodes
    private final boolean unjoined;
    private final BitSet stillThere = new BitSet(); // goroutines, by position
    private final BitSet leaked = new BitSet(); // of those
    private final int panic; // the event; -1: there is none

    ForkJoinLayout(Analysis a, Rows rows, String heading) {
        this.a = a;
        this.rows = rows;
        this.heading = heading;
        this.graph = a.forkJoin();
        this.nodes = graph.nodes();
        panic = a.trace().panic();
        for (Remaining r : a.remaining()) {
            stillThere.set(r.goroutine());
            leaked.set(r.goroutine(), r.leaked());
        }
        previous = previous();
        y = new int[a.spans().goroutines()];
        unjoined = anyUnjoined();
        x = across();
        List<Integer> path = graph.critical();
        for (int i = 1; i < path.size(); i++) {
            critical.add(pair(path.get(i - 1), path.get(i)));
        }
    }

    private static long pair(int from, int to) {
        return (long) from << 32 | to;
    }

    private int[] previous() {
        int[] lastOf = new int[a.spans().goroutines()];
        Arrays.fill(lastOf, -1);
        int[] p = new int[nodes.size()];
        for (int n = 0; n < p.length; n++) {
            int g = nodes.get(n).goroutine();
            p[n] = lastOf[g];
            lastOf[g] = n;
        }
        return p;
    }

    private boolean anyUnjoined() {
        for (int n = 0; n < nodes.size(); n++) {
            int g = nodes.get(n).goroutine();
            if (!isMain(g) && (!graph.joins().get(g) || nodes.get(n).kind() == Kind.CUT)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMain(int g) {
        return a.trace().goroutines().get(g).id() == 1;
    }

    // ---- across

    private double[] across() {
        double[] steps = longest(1, 0);
        double least = Math.min(LARGEST_LEAST, LEAST_PART / Math.max(1, max(steps)));
        double scale = (1 - LEAST_PART) / Math.max(1, graph.elapsed());
        double[] places = longest(least, scale);
        double width = (unjoined ? 1 - ROOM_FOR_WORDS : 1) / Math.max(1e-9, max(places));
        for (int i = 0; i < places.length; i++) {
            places[i] *= width;
        }
        return places;
    }

    private double[] longest(double least, double scale) {
        double[] at = new double[nodes.size()];
        List<Edge> edges = new ArrayList<>(graph.edges());
        edges.sort((e, f) -> Integer.compare(e.to(), f.to()));
        int next = 0;
        for (int n = 0; n < at.length; n++) {
            if (previous[n] >= 0) {
                Node node = nodes.get(n);
                double step = least * leastPart(nodes.get(previous[n]).kind(), node.kind());
                at[n] = at[previous[n]] + step + scale * (node.ran() + node.slept());
            }
            for (; next < edges.size() && edges.get(next).to() == n; next++) {
                at[n] = Math.max(at[n], at[edges.get(next).from()] + least);
            }
        }
        return at;
    }

    /// What comes after the last thing that others see is hardly worth a width.
    private static double leastPart(Kind before, Kind kind) {
        return switch (kind) {
            case END, CUT -> before == Kind.SIGNAL || before == Kind.JOIN ? 0.15 : 0.6;
            case JOIN -> 0.3;
            case START, FORK, SIGNAL, BLOCK -> 0.8;
        };
    }

    private static double max(double[] v) {
        return Arrays.stream(v).max().orElse(0);
    }

    // ---- down

    private List<Row> down() {
        List<List<Integer>> children = new ArrayList<>();
        for (int g = 0; g < y.length; g++) {
            children.add(new ArrayList<>());
        }
        Set<Integer> isChild = new HashSet<>();
        for (Edge e : graph.edges()) {
            if (e.link() == Link.GO) {
                int child = nodes.get(e.to()).goroutine();
                children.get(nodes.get(e.from()).goroutine()).addFirst(child);
                isChild.add(child);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (Rows.Row r : rows.rows()) {
            for (int g : r.members()) {
                if (!isChild.contains(g)) {
                    addFamily(g, children, order);
                }
            }
        }
        int step = order.size() <= ForkJoinScene.OPEN ? ROW : SMALL_ROW;
        List<Row> list = new ArrayList<>();
        int at = TOP;
        for (int g : order) {
            y[g] = at;
            list.add(new Row(a.trace().goroutines().get(g).label(), rows.hue(g), at));
            at += step;
        }
        return list;
    }

    private static void addFamily(int g, List<List<Integer>> children, List<Integer> order) {
        order.add(g);
        children.get(g).forEach(c -> addFamily(c, children, order));
    }

    // ---- what is drawn

    ForkJoinScene build() {
        List<Row> list = down();
        List<Label> labels = new ArrayList<>();
        List<Dot> dots = dots(labels);
        return new ForkJoinScene(
                true,
                heading,
                list,
                strands(),
                critical(),
                curves(),
                dots,
                labels,
                list.isEmpty() ? 0 : list.getLast().y() + ROW);
    }

    private List<Strand> strands() {
        List<Strand> list = new ArrayList<>();
        List<List<Integer>> runs = new ArrayList<>(); // nodes of one piece of running
        int[] runOf = new int[y.length];
        Arrays.fill(runOf, -1);
        for (int n = 0; n < nodes.size(); n++) {
            int p = previous[n];
            if (p < 0) {
                continue;
            }
            Node node = nodes.get(n);
            int g = node.goroutine();
            if (node.ran() > 0) {
                boolean goesOn = runOf[g] >= 0 && nodes.get(p).kind() != Kind.JOIN;
                if (!goesOn) {
                    runOf[g] = runs.size();
                    runs.add(new ArrayList<>(List.of(p)));
                }
                runs.get(runOf[g]).add(n);
                continue;
            }
            runOf[g] = -1;
            boolean sleeps = node.slept() > 0;
            String text = sleeps ? Units.time(node.slept()) : "";
            Doing doing = sleeps ? Doing.SLEEP : Doing.WAIT;
            list.add(new Strand(doing, rows.hue(g), x[p], x[n], y[g], text, x[p], x[n]));
        }
        runs.forEach(r -> list.add(run(r)));
        return list;
    }

    /// A piece of running; its time stands in the widest gap between its dots.
    private Strand run(List<Integer> piece) {
        long ran = 0;
        double from = x[piece.getFirst()];
        double to = x[piece.getLast()];
        double gapFrom = from;
        double gapTo = from;
        double since = from;
        for (int n : piece.subList(1, piece.size())) {
            ran += nodes.get(n).ran();
            if (nodes.get(n).kind() == Kind.FORK || n == piece.getLast()) {
                if (x[n] - since > gapTo - gapFrom) {
                    gapFrom = since;
                    gapTo = x[n];
                }
                since = x[n];
            }
        }
        int g = nodes.get(piece.getFirst()).goroutine();
        return new Strand(Doing.RUN, rows.hue(g), from, to, y[g], Units.time(ran), gapFrom, gapTo);
    }

    /// The longest path where it follows a row; neighbouring stretches are one.
    private List<Critical> critical() {
        List<Critical> list = new ArrayList<>();
        List<Integer> path = graph.critical();
        for (int i = 1; i < path.size(); i++) {
            int p = path.get(i - 1);
            int n = path.get(i);
            if (previous[n] != p) {
                continue;
            }
            int at = y[nodes.get(n).goroutine()];
            boolean runs = nodes.get(n).ran() > 0;
            Critical last = list.isEmpty() ? null : list.getLast();
            if (last != null && last.y() == at && last.runs() == runs && last.to() == x[p]) {
                list.removeLast();
                list.add(new Critical(runs, last.from(), x[n], at));
            } else {
                list.add(new Critical(runs, x[p], x[n], at));
            }
        }
        return list;
    }

    private List<Curve> curves() {
        List<Curve> list = new ArrayList<>();
        boolean all = graph.edges().size() <= MOST_CURVES;
        for (Edge e : graph.edges()) {
            boolean red = critical.contains(pair(e.from(), e.to()));
            if (!all && !red && e.link() != Link.GO) {
                continue;
            }
            int y0 = y[nodes.get(e.from()).goroutine()];
            int y1 = y[nodes.get(e.to()).goroutine()];
            double from = x[e.from()];
            double to = x[e.to()];
            // A join follows its own row, and turns shortly before its end.
            double turn = Math.min(to - from, 0.03 + 0.0004 * Math.abs(y1 - y0));
            double bend = e.link() == Link.GO ? from : to - turn;
            int of = e.link() == Link.GO ? e.to() : e.from();
            int hue = rows.hue(nodes.get(of).goroutine());
            list.add(new Curve(e.link(), hue, from, y0, bend, to, y1, red));
        }
        return list;
    }

    private List<Dot> dots(List<Label> labels) {
        Set<Integer> targets = new HashSet<>();
        graph.edges().forEach(e -> targets.add(e.to()));
        List<Dot> list = new ArrayList<>();
        List<Integer> named = new ArrayList<>(); // forks and joins of main, with words above
        for (int n = 0; n < nodes.size(); n++) {
            Node node = nodes.get(n);
            int g = node.goroutine();
            boolean join = node.kind() == Kind.JOIN && targets.contains(n);
            if (node.kind() == Kind.FORK || join || isLoose(node)) {
                list.add(new Dot(node.kind(), rows.hue(g), x[n], y[g], wrongEnd(node)));
            }
            if (isMain(g) && (node.kind() == Kind.FORK || join)) {
                named.add(n);
            }
            if (isLoose(node)) {
                List<String> word = List.of(looseWord(n, node));
                labels.add(new Label(x[n], y[g], word, 1 - x[n], false, wrongEnd(node)));
            }
        }
        words(named, labels);
        return list;
    }

    /// `fork` over the first of several forks in a row, `join wg` over each join that has room.
    private void words(List<Integer> named, List<Label> labels) {
        double free = 0;
        for (int i = 0; i < named.size(); i++) {
            int n = named.get(i);
            Node node = nodes.get(n);
            boolean again =
                    i > 0
                            && node.kind() == Kind.FORK
                            && nodes.get(named.get(i - 1)).kind() == Kind.FORK;
            if (again) {
                continue;
            }
            double next =
                    i + 1 < named.size() && node.kind() == Kind.JOIN ? x[named.get(i + 1)] : 1;
            double room = 2 * Math.min(x[n] - free, Math.max(next - x[n], 0.04));
            String on = ForkJoinScene.nameOf(a.trace(), a.trace().resource(node.event()));
            List<String> texts =
                    node.kind() == Kind.FORK ? List.of("fork") : List.of("join " + on, "join");
            labels.add(new Label(x[n], y[node.goroutine()] - 14, texts, room, true, false));
            free = x[n] + 0.03;
        }
    }

    /// The end of a goroutine for which nobody waited, or that was still there.
    private boolean isLoose(Node n) {
        return n.kind() == Kind.CUT && !isMain(n.goroutine()) && stillThere.get(n.goroutine())
                || n.kind() == Kind.END
                        && !isMain(n.goroutine())
                        && !graph.joins().get(n.goroutine());
    }

    private boolean wrongEnd(Node n) {
        return n.kind() == Kind.CUT && (!livesOn() || isLeaked(n));
    }

    private boolean isLeaked(Node n) {
        return leaked.get(n.goroutine());
    }

    private boolean panicked(Node n) {
        return panic >= 0
                && a.trace().goroutine(panic) == a.trace().goroutines().get(n.goroutine()).id();
    }

    /// The cell is over, and its goroutines are not.
    private boolean livesOn() {
        return switch (a.trace().ending().kind()) {
            case RETURNED, EXIT, RUNNING -> !a.trace().program();
            case PANIC, FATAL, DEADLOCK, INTERRUPTED -> false;
        };
    }

    private String looseWord(int n, Node node) {
        if (node.kind() == Kind.END) {
            return "never joins";
        }
        boolean neverRan = previous[n] >= 0 && previous[previous[n]] < 0 && node.ran() == 0;
        if (a.trace().ending().kind() == Ending.Kind.DEADLOCK) {
            return "stuck";
        }
        if (panicked(node)) {
            return "panics";
        }
        if (livesOn()) {
            return isLeaked(node) ? "leaked" : "goes on";
        }
        return neverRan ? "never ran" : "cut off";
    }
}
