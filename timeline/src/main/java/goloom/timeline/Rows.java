package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.Site;
import goloom.trace.Spans;
import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which goroutines share a row. Up to [#MOST] each has its own; if there are more, those of the
/// same `go` line share one, the largest groups first, until the rest fits.
final class Rows {
    /// The most rows for goroutines.
    static final int MOST = 40;

    /// One row: some goroutines, by position.
    record Row(String label, int hue, List<Integer> members) {
        Row {
            members = List.copyOf(members);
        }

        boolean isGroup() {
            return members.size() > 1;
        }
    }

    private record Line(int site, @Nullable String name) {}

    private final List<Row> rows = new ArrayList<>();
    private final int[] rowOf; // by position; -1: not in the window

    private Rows(int goroutines) {
        rowOf = new int[goroutines];
        java.util.Arrays.fill(rowOf, -1);
    }

    static Rows of(Analysis a) {
        Spans spans = a.spans();
        List<Integer> all = new ArrayList<>();
        for (int g = 0; g < spans.goroutines(); g++) {
            if (spans.from(g) < spans.to(g)) {
                all.add(g);
            }
        }
        all.sort(Comparator.comparingInt((Integer g) -> first(spans, g)).thenComparing(g -> g));
        Rows r = new Rows(spans.goroutines());
        List<List<Integer>> groups = all.size() <= MOST ? alone(all) : grouped(a.trace(), all);
        for (List<Integer> group : groups) {
            r.add(a.trace(), group);
        }
        return r;
    }

    /// The event with which a goroutine appears: rows are in this order, main first.
    private static int first(Spans spans, int g) {
        int id = spans.trace().goroutines().get(g).id();
        return id == 1 ? -2 : spans.event(spans.from(g));
    }

    private static List<List<Integer>> alone(List<Integer> all) {
        return all.stream().map(List::of).toList();
    }

    private static List<List<Integer>> grouped(Trace t, List<Integer> all) {
        Map<Line, List<Integer>> lines = new LinkedHashMap<>();
        for (int g : all) {
            Trace.Goroutine x = t.goroutines().get(g);
            boolean main = x.id() == 1;
            Line line = main ? new Line(-1, "main") : new Line(x.site(), x.name());
            lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(g);
        }
        List<List<Integer>> bySize = new ArrayList<>(lines.values());
        bySize.sort(Comparator.comparingInt(List::size));
        int room = MOST - bySize.size();
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (List<Integer> group : bySize) {
            if (group.size() - 1 <= room) {
                room -= group.size() - 1;
                group.forEach(g -> groups.add(List.of(g)));
            } else if (groups.size() < MOST - 1) {
                groups.add(group);
            } else {
                rest.addAll(group); // more lines than rows
            }
        }
        if (!rest.isEmpty()) {
            groups.add(rest);
        }
        groups.sort(Comparator.comparingInt(group -> all.indexOf(group.getFirst())));
        return groups;
    }

    private void add(Trace t, List<Integer> group) {
        int hue = Palette.hue(rows.size());
        String label = t.goroutines().get(group.getFirst()).label();
        if (group.size() > 1) {
            label = groupLabel(t, group);
        }
        group.forEach(g -> rowOf[g] = rows.size());
        rows.add(new Row(label, hue, group));
    }

    /// `1,000 × worker`, or `1,000 × line 4`, or `37 others`.
    private static String groupLabel(Trace t, List<Integer> group) {
        Trace.Goroutine a = t.goroutines().get(group.getFirst());
        boolean same =
                group.stream()
                        .map(g -> t.goroutines().get(g))
                        .allMatch(b -> a.site() == b.site() && Objects.equals(a.name(), b.name()));
        String n = Units.grouped(group.size());
        if (!same) {
            return n + " others";
        }
        String line = t.line(a.site());
        int comma = line.indexOf(", ");
        if (comma > 0 && inOneCell(t)) {
            line = line.substring(comma + 2);
        }
        String of = a.name() != null ? a.name() : line.isEmpty() ? "goroutines" : line;
        return n + " × " + of;
    }

    /// Then the number of the cell says nothing.
    private static boolean inOneCell(Trace t) {
        return t.goroutines().stream()
                        .map(Trace.Goroutine::site)
                        .filter(s -> s != Site.UNKNOWN)
                        .map(s -> Site.of(s).unit())
                        .distinct()
                        .count()
                == 1;
    }

    List<Row> rows() {
        return rows;
    }

    /// The row of a goroutine, by position; -1: it has none.
    int rowOf(int position) {
        return rowOf[position];
    }

    /// The hue of a goroutine, by position.
    int hue(int position) {
        return rowOf[position] < 0 ? -1 : rows.get(rowOf[position]).hue;
    }

    /// True if some row holds more than one goroutine.
    boolean isGrouped() {
        return rows.stream().anyMatch(Row::isGroup);
    }
}
