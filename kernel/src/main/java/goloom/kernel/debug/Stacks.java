package goloom.kernel.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Goroutines as the threads of the protocol, and their stacks.
final class Stacks {
    private static final int MOST = 10_000;
    private static final int FRAMES = 1000; // numbers that the frames of one thread may have

    private final Debuggee debuggee;
    private final CellFiles files;

    Stacks(Debuggee debuggee, CellFiles files) {
        this.debuggee = debuggee;
        this.files = files;
    }

    /// The answer to `threads`. Besides what the protocol wants, each thread has its state, what it
    /// waits for, and who started it.
    Map<String, @Nullable Object> threads() throws Refused {
        List<Map<String, @Nullable Object>> threads = new ArrayList<>();
        for (Goroutine g : goroutines()) {
            threads.add(
                    Body.of("id", g.id())
                            .and("name", g.line())
                            .and("state", g.state())
                            .andIf("waitsFor", g.waitsFor())
                            .andIf("startedBy", g.started())
                            .map());
        }
        return Body.of("threads", threads).map();
    }

    private List<Goroutine> goroutines() throws Refused {
        int count = debuggee.goroutineCount();
        if (count > MOST) {
            throw new Refused(
                    count
                            + " goroutines are too many to look at; at most "
                            + MOST
                            + " can be listed");
        }
        return debuggee.goroutines();
    }

    /// The answer to `stackTrace`.
    Map<String, @Nullable Object> trace(Arguments arguments) throws Refused {
        int id = arguments.number("threadId");
        List<Goroutine.Call> calls = goroutine(id).calls();
        Map<Integer, String> cells = debuggee.cells();
        List<Map<String, @Nullable Object>> frames = new ArrayList<>();
        List<Integer> numbers = IntStream.range(0, calls.size()).boxed().toList();
        for (int i : arguments.page(numbers, "startFrame", "levels")) {
            frames.add(frame((long) id * FRAMES + i, calls.get(i), cells));
        }
        return Body.of("stackFrames", frames).and("totalFrames", calls.size()).map();
    }

    private Goroutine goroutine(int id) throws Refused {
        for (Goroutine g : goroutines()) {
            if (g.id() == id) {
                return g;
            }
        }
        throw new Refused(
                "stackTrace: there is no goroutine with the thread id " + id + " any more");
    }

    private Map<String, @Nullable Object> frame(
            long id, Goroutine.Call call, Map<Integer, String> cells) {
        String code = cells.get(call.cell());
        return Body.of("id", id)
                .and("name", call.text())
                .and("line", call.line())
                .and("column", call.cell() > 0 ? 1 : 0)
                .andIf("source", code == null ? null : source(call, code))
                .and("presentationHint", call.cell() > 0 ? "normal" : "label")
                .map();
    }

    private Map<String, @Nullable Object> source(Goroutine.Call call, String code) {
        int end = call.text().indexOf(", line ");
        return Body.of("name", end < 0 ? call.text() : call.text().substring(0, end))
                .and("path", files.path(code))
                .map();
    }

    /// The answer to `scopes`: every frame sees the variables of the session; its own cannot be
    /// had.
    Map<String, @Nullable Object> scopes(Arguments arguments) throws Refused {
        arguments.number("frameId");
        Map<String, @Nullable Object> session =
                Body.of("name", "Globals")
                        .and("presentationHint", "globals")
                        .and("variablesReference", References.SESSION)
                        .and("expensive", false)
                        .map();
        return Body.of("scopes", List.of(session)).map();
    }
}
