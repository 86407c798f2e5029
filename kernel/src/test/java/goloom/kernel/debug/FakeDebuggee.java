package goloom.kernel.debug;

import goloom.kernel.protocol.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Has what a test puts into it.
final class FakeDebuggee implements Debuggee {
    final List<Variable> variables = new ArrayList<>();
    final List<Goroutine> goroutines = new ArrayList<>();
    final Map<Integer, String> cells = new TreeMap<>();
    int more; // goroutines that nobody may look at

    void variable(String name, String type, @Nullable Object value) {
        variables.add(new Variable(name, type, value));
    }

    void goroutine(int id, @Nullable String label, String state, @Nullable String waitsFor) {
        List<Goroutine.Call> calls =
                List.of(
                        new Goroutine.Call("cell [3], line 4, in hello", 3, 4),
                        new Goroutine.Call("... the same 9 times more", 0, 0),
                        new Goroutine.Call("cell [3], line 7", 3, 7));
        String started = id == 1 ? null : "goroutine 1 at cell [3], line 2";
        goroutines.add(
                new Goroutine(id, id, label, state, waitsFor, started, calls, "text of " + id));
    }

    @Override
    public List<Variable> variables() {
        return List.copyOf(variables);
    }

    @Override
    public int goroutineCount() {
        return goroutines.size() + more;
    }

    @Override
    public List<Goroutine> goroutines() {
        if (more > 0) {
            throw new AssertionError("too many to look at");
        }
        return List.copyOf(goroutines);
    }

    @Override
    public MimeBundle display(@Nullable Object value) {
        return MimeBundle.text("shown: " + value).with("text/html", "<b>" + value + "</b>");
    }

    @Override
    public Map<Integer, String> cells() {
        return cells;
    }
}
