package goloom.timeline;

import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A trace as text for other programs: CSV, and JSON with the same columns. SCHEMA.md describes
/// both.
final class Tables {
    private Tables() {}

    static String csv(Trace t) {
        EventTable table = new EventTable(t);
        StringBuilder out = new StringBuilder(String.join(",", EventTable.COLUMNS)).append('\n');
        for (int i = 0; i < t.size(); i++) {
            String comma = "";
            for (Object cell : table.row(i)) {
                out.append(comma).append(cell == null ? "" : quoted(cell.toString()));
                comma = ",";
            }
            out.append('\n');
        }
        return out.toString();
    }

    /// As RFC 4180 wants it.
    private static String quoted(String s) {
        boolean plain = s.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? s : '"' + s.replace("\"", "\"\"") + '"';
    }

    static String json(Trace t) {
        Json j = new Json().begin('{');
        j.name("v").value(1).name("unit").value("ns").name("duration").value(t.duration());
        j.name("procs").value(t.procs()).name("cpus").value(t.cpus());
        j.name("program").value(t.program()).name("dropped").value(t.dropped());
        j.name("ending").begin('{').name("kind").value(t.ending().kind().name());
        j.name("text").value(t.ending().text()).end('}');
        j.name("leaked").value(t.leaked().stream().sorted().toList());
        j.name("goroutines").begin('[');
        for (Trace.Goroutine g : t.goroutines()) {
            j.begin('{').name("id").value(g.id()).name("name").value(g.name());
            j.name("parent").value(g.parent() == 0 ? null : g.parent());
            String line = t.line(g.site());
            j.name("line").value(line.isEmpty() ? null : line).end('}');
        }
        j.end(']').name("objects").begin('[');
        for (Trace.Resource r : t.resources()) {
            j.begin('{').name("label").value(r.label()).name("kind").value(r.kind().word());
            j.name("id").value(r.id()).name("name").value(r.name());
            j.name("capacity").value(r.capacity()).end('}');
        }
        j.end(']').name("events").begin('{');
        List<List<@Nullable Object>> columns = columns(t);
        for (int c = 0; c < columns.size(); c++) {
            j.name(EventTable.COLUMNS.get(c)).value(columns.get(c));
        }
        return j.end('}').end('}') + "\n";
    }

    private static List<List<@Nullable Object>> columns(Trace t) {
        List<List<@Nullable Object>> columns = new ArrayList<>();
        EventTable.COLUMNS.forEach(_ -> columns.add(new ArrayList<>(t.size())));
        EventTable table = new EventTable(t);
        for (int i = 0; i < t.size(); i++) {
            @Nullable Object[] row = table.row(i);
            for (int c = 0; c < row.length; c++) {
                columns.get(c).add(row[c]);
            }
        }
        return columns;
    }
}
