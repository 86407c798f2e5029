package goloom.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who waits for what at the end of a trace, and who has it.
///
/// @param waits the goroutines that wait for a channel, a lock or the like; a goroutine in a select
///   has one for each case
/// @param held who holds the locks that they wait for
/// @param counters of the WaitGroups that they wait for
/// @param cycle the goroutines, by position, that wait for each other in a circle of locks
public record WaitFor(
        List<Wait> waits, List<Held> held, Map<Integer, Integer> counters, Set<Integer> cycle) {
    public WaitFor {
        waits = List.copyOf(waits);
        held = List.copyOf(held);
        counters = Map.copyOf(counters);
        cycle = Set.copyOf(cycle);
    }

    /// A goroutine, by position, waits for a resource.
    ///
    /// @param resource an index into [Trace#resources()]; -1: nothing, such as a nil channel
    /// @param reason why; in a select, that of the case
    public record Wait(int goroutine, int resource, WaitReason reason, int site) {}

    /// A goroutine, by position, holds a lock since the line `site`.
    public record Held(int resource, int goroutine, int site) {}

    private record Lock(int goroutine, int site) {}

    static WaitFor of(Spans spans, List<Remaining> remaining) {
        Trace t = spans.trace();
        GoroutineIndex index = new GoroutineIndex(t);
        Map<Integer, Lock> owners = new HashMap<>();
        Map<Integer, Integer> counters = new HashMap<>();
        for (int i = 0; i < t.size(); i++) {
            switch (t.kind(i)) {
                case LOCK ->
                        owners.put(t.resource(i), new Lock(index.of(t.goroutine(i)), t.site(i)));
                case UNLOCK -> owners.remove(t.resource(i));
                case WAITGROUP -> counters.put(t.resource(i), t.arg(i));
                default -> {}
            }
        }
        List<Wait> waits = new ArrayList<>();
        for (Remaining r : remaining) {
            if (spans.state(r.span()) == GoState.WAITING) {
                addWaits(spans, r, waits);
            }
        }
        Set<Integer> wanted = new LinkedHashSet<>();
        waits.forEach(w -> wanted.add(w.resource()));
        List<Held> held = new ArrayList<>();
        for (int r : wanted) {
            Lock o = owners.get(r);
            if (o != null && o.goroutine >= 0) {
                held.add(new Held(r, o.goroutine, o.site));
            }
        }
        counters.keySet().retainAll(wanted);
        return new WaitFor(waits, held, counters, cycle(waits, held));
    }

    private static void addWaits(Spans spans, Remaining r, List<Wait> waits) {
        Trace t = spans.trace();
        int span = r.span();
        int block = spans.event(span);
        if (spans.reason(span) != WaitReason.SELECT || block < 0) {
            waits.add(
                    new Wait(
                            r.goroutine(),
                            spans.resource(span),
                            spans.reason(span),
                            spans.site(span)));
            return;
        }
        int before = waits.size();
        for (int i : selectCases(t, block)) {
            WaitReason why = t.arg(i) == 1 ? WaitReason.CHAN_SEND : WaitReason.CHAN_RECEIVE;
            waits.add(new Wait(r.goroutine(), t.resource(i), why, spans.site(span)));
        }
        if (waits.size() == before) {
            waits.add(new Wait(r.goroutine(), -1, WaitReason.SELECT, spans.site(span)));
        }
    }

    /// The cases of the select in which the goroutine of event `block` blocks, as events.
    public static List<Integer> selectCases(Trace t, int block) {
        List<Integer> cases = new ArrayList<>();
        for (int i = block - 1; i >= 0 && block - i < MOST_EVENTS_BETWEEN; i--) {
            if (t.goroutine(i) == t.goroutine(block)) {
                if (t.kind(i) != EventKind.SELECT_CASE) {
                    break;
                }
                cases.addFirst(i);
            }
        }
        return cases;
    }

    // Other threads' events may stand between those of one select.
    private static final int MOST_EVENTS_BETWEEN = 1_000;

    private static Set<Integer> cycle(List<Wait> waits, List<Held> held) {
        Map<Integer, Integer> owner = new HashMap<>();
        held.forEach(h -> owner.put(h.resource(), h.goroutine()));
        Map<Integer, Integer> next = new HashMap<>();
        for (Wait w : waits) {
            Integer o = owner.get(w.resource());
            if (o != null) {
                next.put(w.goroutine(), o);
            }
        }
        for (Integer start : next.keySet()) {
            Set<Integer> path = new LinkedHashSet<>();
            Integer g = start;
            while (g != null && path.add(g)) {
                g = next.get(g);
            }
            if (g != null && g.equals(start)) {
                return path;
            }
        }
        return new HashSet<>();
    }
}
