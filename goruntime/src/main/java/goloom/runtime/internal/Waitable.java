package goloom.runtime.internal;

import goloom.trace.Trace;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Something that goroutines wait for, with what the trace says of it.
public abstract class Waitable extends SpinLock {
    private static final AtomicInteger IDS = new AtomicInteger();

    /// Unique in this JVM; the order in which select locks its channels.
    final int id = IDS.incrementAndGet();

    private volatile @Nullable String name; // set once, by whoever knows it
    int traceGeneration; // guarded by the tracer
    int traceIndex; // guarded by the tracer

    /// Gives it a name, unless it has one: the variable that it was first put into.
    final void name(String newName) {
        if (name == null) {
            name = newName;
        }
    }

    final @Nullable String name() {
        return name;
    }

    /// What the trace says of it.
    final Trace.Resource describe() {
        return new Trace.Resource(kind(), id, name, capacity());
    }

    abstract Trace.Resource.Kind kind();

    int capacity() {
        return 0;
    }

    /// Takes `g`, which is to end, out of the queue it waits in. True if it was there: then nobody
    /// else wakes it, and the caller must.
    abstract boolean cancelWait(G g);
}
