package goloom.kernel.debug;

import goloom.kernel.protocol.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What JupyterLab's list of variables shows besides variables: the goroutines, because it has no
/// other place for what is not stopped; and, in the place where one looks after a click beside a
/// line, that there are no breakpoints.
final class Panel {
    private static final int MOST_ROWS = 20;
    private static final String BREAKPOINTS = "breakpoints";

    /// To look at so many makes them stand still for some milliseconds, at every look.
    private static final int MOST_TO_STOP = 200;

    /// Short, because the list is narrow.
    static final Map<String, @Nullable Object> NO_BREAKPOINTS = note(BREAKPOINTS, "not supported");

    private final Debuggee debuggee;
    private final References references;

    Panel(Debuggee debuggee, References references) {
        this.debuggee = debuggee;
        this.references = references;
    }

    List<Map<String, @Nullable Object>> goroutines() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        int count = debuggee.goroutineCount();
        if (count > MOST_TO_STOP) {
            rows.add(note("goroutines", String.valueOf(count)));
        } else if (count > 0) {
            List<Goroutine> all = debuggee.goroutines();
            all.stream().limit(MOST_ROWS).map(this::row).forEach(rows::add);
            if (all.size() > MOST_ROWS) {
                rows.add(note("...", all.size() - MOST_ROWS + " more goroutines"));
            }
        }
        return rows;
    }

    private Map<String, @Nullable Object> row(Goroutine g) {
        return Body.of("name", g.shortName())
                .and("value", g.condition())
                .and("presentationHint", Map.of("kind", "virtual"))
                .and("variablesReference", references.of(g))
                .map();
    }

    /// What is known of a goroutine.
    static List<Map<String, @Nullable Object>> parts(Goroutine g) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Goroutine.Call c : g.calls()) {
            rows.add(note("at", c.text()));
        }
        if (g.started() != null) {
            rows.add(note("started by", g.started()));
        }
        return rows;
    }

    /// A row with a text.
    static Map<String, @Nullable Object> note(String name, String text) {
        return Body.of("name", name)
                .and("value", text)
                .and("presentationHint", Map.of("kind", "virtual"))
                .and("variablesReference", 0)
                .map();
    }

    /// What a row says in full; null: it is none of these.
    @Nullable MimeBundle text(String name) {
        if (name.equals(BREAKPOINTS)) {
            return MimeBundle.text(Adapter.NO_BREAKPOINTS);
        }
        if (!name.startsWith("G") || debuggee.goroutineCount() > MOST_TO_STOP) {
            return null;
        }
        return debuggee.goroutines().stream()
                .filter(g -> g.shortName().equals(name))
                .findFirst()
                .map(g -> MimeBundle.text(g.text()))
                .orElse(null);
    }
}
