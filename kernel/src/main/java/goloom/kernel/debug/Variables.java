package goloom.kernel.debug;

import goloom.kernel.display.Branch;
import goloom.kernel.protocol.MimeBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The variables of the session, and what is in them, branch by branch. When something that a front
/// end has opened has changed, it gets new references with the next list, and opens it anew.
final class Variables {
    private static final int MOST = 1000;
    private static final int MOST_OPEN = 200;

    private final Debuggee debuggee;
    private final References references = new References();
    private final Panel panel;
    private final Map<Integer, Opened> opened = new HashMap<>(); // by reference

    /// What was said of a branch.
    private record Opened(List<Map<String, @Nullable Object>> rows, boolean inPanel) {}

    Variables(Debuggee debuggee) {
        this.debuggee = debuggee;
        panel = new Panel(debuggee, references);
    }

    /// @param inPanel for JupyterLab
    Map<String, @Nullable Object> all(boolean inPanel) {
        if (opened.size() > MOST_OPEN || hasChanged()) {
            references.renumber();
            opened.clear();
        }
        List<Debuggee.Variable> found = debuggee.variables();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Debuggee.Variable v : found.subList(0, Math.min(found.size(), MOST))) {
            rows.add(row(Branch.Part.of(v.name(), v.type(), v.value()), v.name(), inPanel));
        }
        if (found.size() > MOST) {
            rows.add(Panel.note("...", found.size() - MOST + " more variables"));
        }
        if (inPanel) {
            rows.addFirst(Panel.NO_BREAKPOINTS);
            rows.addAll(panel.goroutines());
        }
        return Body.of("variables", rows).map();
    }

    /// Front ends keep what they have opened for as long as its number is the same.
    private boolean hasChanged() {
        for (Map.Entry<Integer, Opened> e : opened.entrySet()) {
            Branch b = references.branch(e.getKey());
            Opened o = e.getValue();
            if (b != null && !rows(b, o.inPanel()).equals(o.rows())) {
                return true;
            }
        }
        return false;
    }

    private List<Map<String, @Nullable Object>> rows(Branch branch, boolean inPanel) {
        return branch.parts().stream().map(p -> row(p, null, inPanel)).toList();
    }

    /// The answer to `variables`.
    Map<String, @Nullable Object> of(Arguments arguments, boolean inPanel) throws Refused {
        int number = arguments.number("variablesReference");
        List<Map<String, @Nullable Object>> rows = parts(number, inPanel);
        return Body.of("variables", arguments.page(rows, "start", "count")).map();
    }

    private List<Map<String, @Nullable Object>> parts(int number, boolean inPanel) throws Refused {
        if (number == References.SESSION) {
            @SuppressWarnings("unchecked")
            var rows = (List<Map<String, @Nullable Object>>) all(false).get("variables");
            return rows == null ? List.of() : rows;
        }
        Goroutine g = references.goroutine(number);
        if (g != null) {
            return Panel.parts(g);
        }
        Branch branch = references.branch(number);
        if (branch == null) {
            throw new Refused(
                    "variables: nothing has the reference "
                            + number
                            + " any more; ask for inspectVariables again");
        }
        List<Map<String, @Nullable Object>> rows = rows(branch, inPanel);
        opened.put(number, new Opened(rows, inPanel));
        return rows;
    }

    /// @param expression what gives the value in a cell; null: nothing simple
    private Map<String, @Nullable Object> row(
            Branch.Part part, @Nullable String expression, boolean inPanel) {
        int reference = references.of(part.branch());
        return Body.of("name", part.name())
                .and("value", part.value())
                .andIf("type", inPanel && reference == 0 ? null : part.type())
                .andIf("evaluateName", expression)
                .and("variablesReference", reference)
                .map();
    }

    /// The answer to `richInspectVariables`.
    Map<String, @Nullable Object> rich(Arguments arguments) throws Refused {
        String name = arguments.string("variableName");
        MimeBundle bundle = panel.text(name);
        for (Debuggee.Variable v : debuggee.variables()) {
            if (v.name().equals(name)) {
                bundle = debuggee.display(v.value());
            }
        }
        if (bundle == null) {
            throw new Refused(
                    "only variables of the session can be shown on their own, and none of them is "
                            + name);
        }
        return Body.of("data", bundle.data()).and("metadata", bundle.metadata()).map();
    }
}
