package goloom.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The main shell and its subshells: each runs its cells one after the other, beside those of the
/// others. Safe for many threads.
final class Shells {
    private final CellRunner runner;
    private final CellQueue main;
    private final Map<String, CellQueue> subshells = new ConcurrentHashMap<>();

    Shells(CellRunner runner) {
        this.runner = runner;
        main = new CellQueue("cells", runner);
    }

    /// The queue of a subshell, or the main one for null. Null if there is no such subshell.
    @Nullable CellQueue queue(@Nullable String subshell) {
        return subshell == null ? main : subshells.get(subshell);
    }

    String create() {
        String id = UUID.randomUUID().toString();
        subshells.put(id, new CellQueue("subshell", runner));
        return id;
    }

    /// Ends a subshell; false if there is no such one.
    boolean delete(String id) {
        CellQueue queue = subshells.remove(id);
        if (queue == null) {
            return false;
        }
        queue.drop().forEach(runner::abort);
        queue.close();
        return true;
    }

    List<String> list() {
        return List.copyOf(subshells.keySet());
    }

    /// Ends the running cells and drops those that wait.
    void interrupt() {
        var queues = new ArrayList<>(subshells.values());
        queues.addFirst(main);
        for (CellQueue q : queues) {
            List<CellQueue.Queued> dropped = q.drop();
            q.interrupt();
            dropped.forEach(runner::abort);
        }
    }
}
