package goloom.trace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a trace by hand: a program whose answers are known. Times are nanoseconds. Thread and P
/// of an event are those on which the goroutine runs.
public final class Story {
    private record Place(int thread, int proc) {}

    private final TraceBuilder builder = new TraceBuilder();
    private final Map<Integer, Place> places = new HashMap<>();
    private long now;

    /// Main runs from time 0 on M0 and P0.
    public Story(int procs) {
        builder.procs(procs).goroutine(new Trace.Goroutine(1, "main", 0, 0));
        add(EventKind.GO_CREATE, 0, 1, -1, WaitReason.NONE, 0, Waker.OUTSIDE.ordinal(), null);
        start(1, 0, 0);
    }

    /// What follows happens at `t`.
    public Story at(long t) {
        now = t;
        return this;
    }

    /// A resource with a name; gives its number.
    public int resource(Trace.Resource.Kind kind, String name, int capacity) {
        return builder.resource(new Trace.Resource(kind, 1, name, capacity));
    }

    public int channel(String name, int capacity) {
        return resource(Trace.Resource.Kind.CHANNEL, name, capacity);
    }

    public Story go(int parent, int child, String name, int line) {
        builder.goroutine(new Trace.Goroutine(child, name, parent, Site.pack(1, line)));
        return add(EventKind.GO_CREATE, parent, child, -1, WaitReason.NONE, line, 0, null);
    }

    public Story start(int g, int thread, int proc) {
        return start(g, thread, proc, Found.LOCAL);
    }

    public Story start(int g, int thread, int proc, Found found) {
        places.put(g, new Place(thread, proc));
        return add(EventKind.GO_START, g, -1, -1, WaitReason.NONE, 0, found.ordinal(), null);
    }

    public Story block(int g, WaitReason reason, int resource, int line) {
        return add(EventKind.GO_BLOCK, g, 0, resource, reason, line, 0, null);
    }

    public Story wake(int by, int g, int resource) {
        Waker waker = by == 0 ? Waker.TIMER : Waker.GOROUTINE;
        return add(
                EventKind.GO_UNBLOCK, by, g, resource, WaitReason.NONE, 0, waker.ordinal(), null);
    }

    public Story stop(int g, WaitReason reason) {
        return add(EventKind.GO_STOP, g, 0, -1, reason, 0, 0, null);
    }

    public Story end(int g) {
        return add(EventKind.GO_END, g, 0, -1, WaitReason.NONE, 0, 0, null);
    }

    /// A panic that nobody has recovered.
    public Story panic(int g, String text, int line) {
        return add(EventKind.PANIC, g, 0, -1, WaitReason.NONE, line, 0, text);
    }

    public Story call(int g, int line) {
        return add(EventKind.SYSCALL_BEGIN, g, 0, -1, WaitReason.NONE, line, 0, null);
    }

    public Story callEnd(int g, boolean lostP) {
        return add(EventKind.SYSCALL_END, g, 0, -1, WaitReason.NONE, 0, lostP ? 1 : 0, null);
    }

    public Story handoff(int g, int proc) {
        return add(EventKind.PROC_HANDOFF, g, proc, -1, WaitReason.NONE, 0, 0, null);
    }

    public Story send(int g, int channel, int length, String value) {
        return add(EventKind.CHAN_SEND, g, 0, channel, WaitReason.NONE, 0, length, value);
    }

    public Story receive(int g, int channel, int length, String value) {
        return add(EventKind.CHAN_RECV, g, 0, channel, WaitReason.NONE, 0, length, value);
    }

    public Story receiveClosed(int g, int channel) {
        return add(EventKind.CHAN_RECV, g, 1, channel, WaitReason.NONE, 0, 0, null);
    }

    public Story close(int g, int channel) {
        return add(EventKind.CHAN_CLOSE, g, 0, channel, WaitReason.NONE, 0, 0, null);
    }

    public Story counter(int g, int waitGroup, int value) {
        return add(EventKind.WAITGROUP, g, 0, waitGroup, WaitReason.NONE, 0, value, null);
    }

    public Story waited(int g, int waitGroup) {
        return add(EventKind.WAITGROUP_WAITED, g, 0, waitGroup, WaitReason.NONE, 0, 0, null);
    }

    public Story lock(int g, int mutex, int line) {
        return add(EventKind.LOCK, g, 0, mutex, WaitReason.NONE, line, 0, null);
    }

    public Story unlock(int g, int mutex) {
        return add(EventKind.UNLOCK, g, 0, mutex, WaitReason.NONE, 0, 0, null);
    }

    public Story selectCase(int g, int channel, boolean send) {
        return add(EventKind.SELECT_CASE, g, 0, channel, WaitReason.NONE, 0, send ? 1 : 0, null);
    }

    /// The goroutine locks itself to its thread.
    public Story lockThread(int g) {
        return add(EventKind.LOCK_THREAD, g, 0, -1, WaitReason.NONE, 0, 0, null);
    }

    /// Something that a thread does without a goroutine.
    public Story thread(EventKind kind, int thread, int proc, int target, int arg) {
        builder.add(now, kind, thread, proc, 0, target, -1, WaitReason.NONE, 0, arg, null);
        return this;
    }

    public Story ending(Ending.Kind kind, String text) {
        builder.ending(new Ending(kind, text));
        return this;
    }

    /// Not a whole program but a cell of a session.
    public Story cell() {
        builder.program(false);
        return this;
    }

    /// The trace, which ends now.
    public Trace trace() {
        return builder.duration(now).build();
    }

    private Story add(
            EventKind kind,
            int g,
            int target,
            int resource,
            WaitReason reason,
            int line,
            int arg,
            @Nullable String value) {
        Place p = places.getOrDefault(g, new Place(-1, -1));
        int site = line == 0 ? 0 : Site.pack(1, line);
        builder.add(now, kind, p.thread, p.proc, g, target, resource, reason, site, arg, value);
        return this;
    }
}
