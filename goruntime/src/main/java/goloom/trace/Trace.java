package goloom.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the scheduler did in one stretch of time. Immutable: the same trace always gives the same
/// picture.
///
/// Events are in the order in which they happened: on one thread exactly, between threads by the
/// clock, and a goroutine's creation and wake-ups always stand before the run that follows. Stored
/// in columns, because a trace may hold a million events.
public final class Trace {
    /// A goroutine that lived in the traced time. `parent` 0: it was there before, or a timer or an
    /// outside thread started it. `site` is the line of its `go`.
    public record Goroutine(int id, @Nullable String name, int parent, int site) {
        /// `G7 worker`, or `G7`.
        public String label() {
            return name == null ? "G" + id : "G" + id + " " + name;
        }
    }

    /// Something that goroutines wait for. `capacity` is that of a channel, else 0.
    public record Resource(Kind kind, int id, @Nullable String name, int capacity) {
        /// The kinds of resources.
        public enum Kind {
            CHANNEL("chan"),
            MUTEX("mutex"),
            RWMUTEX("rwmutex"),
            WAITGROUP("waitgroup"),
            COND("cond"),
            ONCE("once"),
            SEMAPHORE("semaphore"),
            TIMER("timer"),
            JAVA("java");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /// The kind as a short word, for labels of nameless resources.
            public String word() {
                return word;
            }
        }

        /// Its name, or its kind with its number: `chan 3`.
        public String label() {
            return name == null ? kind.word() + " " + id : name;
        }
    }

    private final int size;
    private final long[] time;
    private final byte[] kind;
    private final short[] thread;
    private final short[] proc;
    private final int[] goroutine;
    private final int[] target;
    private final int[] resource;
    private final byte[] reason;
    private final int[] site;
    private final int[] arg;
    private final int[] value;
    private final List<String> values;

    private final List<Goroutine> goroutines;
    private final List<Resource> resources;
    private final List<String> units;
    private final long duration;
    private final int procs;
    private final int cpus;
    private final boolean program;
    private final Ending ending;
    private final long dropped;
    private final Set<Integer> leaked;

    Trace(TraceBuilder b) {
        size = b.size;
        time = java.util.Arrays.copyOf(b.time, size);
        kind = java.util.Arrays.copyOf(b.kind, size);
        thread = java.util.Arrays.copyOf(b.thread, size);
        proc = java.util.Arrays.copyOf(b.proc, size);
        goroutine = java.util.Arrays.copyOf(b.goroutine, size);
        target = java.util.Arrays.copyOf(b.target, size);
        resource = java.util.Arrays.copyOf(b.resource, size);
        reason = java.util.Arrays.copyOf(b.reason, size);
        site = java.util.Arrays.copyOf(b.site, size);
        arg = java.util.Arrays.copyOf(b.arg, size);
        value = java.util.Arrays.copyOf(b.value, size);
        values = List.copyOf(b.values);
        goroutines = List.copyOf(b.goroutines.values());
        resources = List.copyOf(b.resources);
        units = List.copyOf(b.units);
        duration = b.duration;
        procs = b.procs;
        cpus = b.cpus;
        program = b.program;
        ending = b.ending;
        dropped = b.dropped;
        leaked = Set.of();
    }

    private Trace(Trace t, Set<Integer> leaked) {
        size = t.size;
        time = t.time;
        kind = t.kind;
        thread = t.thread;
        proc = t.proc;
        goroutine = t.goroutine;
        target = t.target;
        resource = t.resource;
        reason = t.reason;
        site = t.site;
        arg = t.arg;
        value = t.value;
        values = t.values;
        goroutines = t.goroutines;
        resources = t.resources;
        units = t.units;
        duration = t.duration;
        procs = t.procs;
        cpus = t.cpus;
        program = t.program;
        ending = t.ending;
        dropped = t.dropped;
        this.leaked = Set.copyOf(leaked);
    }

    /// The same trace, with the ids of goroutines that were found leaked after its end: they wait
    /// for something that nobody can reach any more.
    public Trace withLeaked(Set<Integer> ids) {
        return new Trace(this, ids);
    }

    /// The number of events.
    public int size() {
        return size;
    }

    public long time(int i) {
        return time[i];
    }

    public EventKind kind(int i) {
        return TraceBuilder.KINDS[kind[i]];
    }

    public int thread(int i) {
        return thread[i];
    }

    public int proc(int i) {
        return proc[i];
    }

    public int goroutine(int i) {
        return goroutine[i];
    }

    public int target(int i) {
        return target[i];
    }

    public int resource(int i) {
        return resource[i];
    }

    public WaitReason reason(int i) {
        return TraceBuilder.REASONS[reason[i]];
    }

    public int site(int i) {
        return site[i];
    }

    public int arg(int i) {
        return arg[i];
    }

    /// What was sent or received, cut short, or the text of a panic.
    public @Nullable String value(int i) {
        return value[i] < 0 ? null : values.get(value[i]);
    }

    /// Row `i` as one object.
    public Event event(int i) {
        return new Event(
                time[i],
                kind(i),
                thread[i],
                proc[i],
                goroutine[i],
                target[i],
                resource[i],
                reason(i),
                site[i],
                arg[i],
                value(i));
    }

    /// All events, as objects; for big traces use the columns.
    public List<Event> events() {
        List<Event> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(event(i));
        }
        return list;
    }

    /// The goroutines, by id; goroutine 1 is main.
    public List<Goroutine> goroutines() {
        return goroutines;
    }

    /// The channels, locks and so on that were used.
    public List<Resource> resources() {
        return resources;
    }

    /// Names of the units of [Site]; empty in a notebook, where a unit is a cell's number.
    public List<String> units() {
        return units;
    }

    /// `cell [3], line 4`, or `Main.java:4`, or "" when the line is not known.
    public String line(int packedSite) {
        if (packedSite == Site.UNKNOWN) {
            return "";
        }
        Site s = Site.of(packedSite);
        return s.unit() < units.size()
                ? units.get(s.unit()) + ":" + s.line()
                : "cell [" + s.unit() + "], line " + s.line();
    }

    /// Length in nanoseconds.
    public long duration() {
        return duration;
    }

    /// GOMAXPROCS at the start.
    public int procs() {
        return procs;
    }

    /// The CPUs of this machine, as the JVM sees them.
    public int cpus() {
        return cpus;
    }

    /// True for a whole program, whose goroutines end with main; false for a cell, whose goroutines
    /// live on.
    public boolean program() {
        return program;
    }

    public Ending ending() {
        return ending;
    }

    /// The event of the panic that nobody has recovered; -1 if there was none.
    public int panic() {
        int i = size - 1;
        while (i >= 0 && kind(i) != EventKind.PANIC) {
            i--;
        }
        return i;
    }

    /// The ids of the goroutines that were found leaked.
    public Set<Integer> leaked() {
        return leaked;
    }

    /// Events that were not recorded because the buffers were full.
    public long dropped() {
        return dropped;
    }
}
