package goloom.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Collects events into a [Trace]. Events are added in order. The runtime uses it when a trace
/// stops; tests use it to make traces with known answers.
public final class TraceBuilder {
    static final EventKind[] KINDS = EventKind.values();
    static final WaitReason[] REASONS = WaitReason.values();

    int size;
    long[] time = new long[256];
    byte[] kind = new byte[256];
    short[] thread = new short[256];
    short[] proc = new short[256];
    int[] goroutine = new int[256];
    int[] target = new int[256];
    int[] resource = new int[256];
    byte[] reason = new byte[256];
    int[] site = new int[256];
    int[] arg = new int[256];
    int[] value = new int[256];
    final List<String> values = new ArrayList<>();
    final TreeMap<Integer, Trace.Goroutine> goroutines = new TreeMap<>();
    final List<Trace.Resource> resources = new ArrayList<>();
    final List<String> units = new ArrayList<>();
    long duration;
    int procs = 1;
    int cpus = 1;
    boolean program = true;
    Ending ending = Ending.returned();
    long dropped;

    public TraceBuilder procs(int n) {
        procs = n;
        return this;
    }

    public TraceBuilder cpus(int n) {
        cpus = n;
        return this;
    }

    public TraceBuilder program(boolean wholeProgram) {
        program = wholeProgram;
        return this;
    }

    public TraceBuilder ending(Ending e) {
        ending = e;
        return this;
    }

    public TraceBuilder duration(long nanos) {
        duration = nanos;
        return this;
    }

    public TraceBuilder dropped(long events) {
        dropped = events;
        return this;
    }

    public TraceBuilder units(List<String> names) {
        units.addAll(names);
        return this;
    }

    public TraceBuilder goroutine(Trace.Goroutine g) {
        goroutines.put(g.id(), g);
        return this;
    }

    /// Adds a resource and returns its index, for [#add].
    public int resource(Trace.Resource r) {
        resources.add(r);
        return resources.size() - 1;
    }

    /// Adds an event; the order of calls is the order of events.
    public TraceBuilder add(Event e) {
        return add(
                e.time(),
                e.kind(),
                e.thread(),
                e.proc(),
                e.goroutine(),
                e.target(),
                e.resource(),
                e.reason(),
                e.site(),
                e.arg(),
                e.value());
    }

    /// Adds an event by its fields; see [Event].
    public TraceBuilder add(
            long t,
            EventKind k,
            int m,
            int p,
            int g,
            int to,
            int on,
            WaitReason why,
            int line,
            int argument,
            @Nullable String text) {
        if (size == time.length) {
            grow(size * 2);
        }
        time[size] = t;
        kind[size] = (byte) k.ordinal();
        thread[size] = (short) m;
        proc[size] = (short) p;
        goroutine[size] = g;
        target[size] = to;
        resource[size] = on;
        reason[size] = (byte) why.ordinal();
        site[size] = line;
        arg[size] = argument;
        value[size] = -1;
        if (text != null) {
            value[size] = values.size();
            values.add(text);
        }
        size++;
        duration = Math.max(duration, t);
        return this;
    }

    /// Makes room for so many more events.
    public TraceBuilder expect(int events) {
        if (size + events > time.length) {
            grow(size + events);
        }
        return this;
    }

    private void grow(int n) {
        time = Arrays.copyOf(time, n);
        kind = Arrays.copyOf(kind, n);
        thread = Arrays.copyOf(thread, n);
        proc = Arrays.copyOf(proc, n);
        goroutine = Arrays.copyOf(goroutine, n);
        target = Arrays.copyOf(target, n);
        resource = Arrays.copyOf(resource, n);
        reason = Arrays.copyOf(reason, n);
        site = Arrays.copyOf(site, n);
        arg = Arrays.copyOf(arg, n);
        value = Arrays.copyOf(value, n);
    }

    public Trace build() {
        return new Trace(this);
    }
}
