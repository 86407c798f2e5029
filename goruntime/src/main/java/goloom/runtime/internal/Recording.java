package goloom.runtime.internal;

import goloom.trace.Ending;
import goloom.trace.Trace;
import goloom.trace.TraceBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * Invariant: whoever has seen an event in a buffer finds the goroutines and resources that it names in the
 * lists, because those are lengthened before the event is written. So what is there can be read while the
 * program goes on, in the order buffers, then lists.
 */

/// What one trace has recorded. Lengthened under the lock of its [Tracer], read by anybody.
final class Recording {
    /// @param waitable null for a Java object
    private record Named(Trace.Resource atFirst, @Nullable Waitable waitable) {
        /// Its name may have become known since.
        Trace.Resource now() {
            return waitable == null ? atFirst : waitable.describe();
        }
    }

    private final int procs;
    private final Growing<TraceBuf> buffers = new Growing<>();
    private final Growing<Named> resources = new Growing<>();
    private final Growing<Trace.Goroutine> goroutines = new Growing<>();

    /// @param procs GOMAXPROCS at the start
    Recording(int procs) {
        this.procs = procs;
    }

    void add(TraceBuf b) {
        buffers.add(b);
    }

    void add(Trace.Goroutine g) {
        goroutines.add(g);
    }

    /// Gives its number.
    int add(Trace.Resource r, @Nullable Waitable w) {
        return resources.add(new Named(r, w));
    }

    /// One of several with the same name gets a number: a function that makes a channel `out` may
    /// be called twice. A timer, which has no name, is `timer`.
    private static Trace.Resource distinct(Trace.Resource r, Map<String, Integer> sames) {
        boolean timer = r.kind() == Trace.Resource.Kind.TIMER;
        String name = r.name() == null && timer ? r.kind().word() : r.name();
        if (name == null) {
            return r;
        }
        int n = sames.merge(name, 1, Integer::sum);
        String distinct = n == 1 ? name : name + " #" + n;
        return new Trace.Resource(r.kind(), r.id(), distinct, r.capacity());
    }

    /// The trace up to now.
    ///
    /// @param most events; what comes later is only counted
    /// @param dropped events that are in no buffer
    Trace trace(
            Ending ending, boolean program, List<String> units, long end, int most, long dropped) {
        TraceBuilder b = new TraceBuilder();
        b.procs(procs).cpus(Runtime.getRuntime().availableProcessors());
        b.program(program).ending(ending).units(units);
        long left = new TraceMerge(b, end, most).merge(buffers.toList());
        goroutines.toList().forEach(b::goroutine);
        Map<String, Integer> sames = new HashMap<>();
        for (Named n : resources.toList()) {
            b.resource(distinct(n.now(), sames));
        }
        if (left == 0) {
            b.duration(end);
        }
        return b.dropped(dropped + left).build();
    }
}
