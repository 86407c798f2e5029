package goloom.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// What each OS thread did when: which goroutine ran on it, when it looked for work, and, on Linux,
/// on which CPUs it was seen.
public final class Threads {
    /// An OS thread (M).
    public static final class Lane {
        private final int thread;
        private final long from;
        private final int[] spans;
        private final long[] spins;
        private final List<Integer> cpus;

        private Lane(int thread, int[] spans, State s) {
            this.thread = thread;
            this.from = s.from;
            this.spans = spans;
            this.spins = s.spins.stream().mapToLong(Long::longValue).toArray();
            this.cpus = List.copyOf(s.cpus);
        }

        /// Its number.
        public int thread() {
            return thread;
        }

        /// Its first sign of life in the window, in nanoseconds from the start of the trace.
        public long from() {
            return from;
        }

        /// How many spans it has: goroutines that run on it, or block it in a call.
        public int size() {
            return spans.length;
        }

        /// The number in [Spans] of its `k`th span. They are in order of time and never overlap.
        public int span(int k) {
            return spans[k];
        }

        /// How often it looked for work.
        public int spins() {
            return spins.length / 2;
        }

        /// When it began to look for work for the `k`th time.
        public long spinStart(int k) {
            return spins[2 * k];
        }

        /// When it stopped looking.
        public long spinEnd(int k) {
            return spins[2 * k + 1];
        }

        /// The CPUs on which it was seen, each once, in order of time; empty if nothing is known.
        public List<Integer> cpus() {
            return cpus;
        }
    }

    private final List<Lane> lanes;

    private Threads(List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    /// The threads, by number. Threads that showed no sign of life in the window are left out.
    public List<Lane> lanes() {
        return lanes;
    }

    /// What is known of one thread while the trace is read.
    private static final class State {
        long from = -1;
        long idleSince = -1; // it started, was woken or took a P, and has run nothing since
        long spinSince = -1;
        final List<Long> spins = new ArrayList<>();
        final List<Integer> cpus = new ArrayList<>();
    }

    /// The threads of a trace.
    public static Threads of(Spans spans) {
        TreeMap<Integer, State> states = new TreeMap<>();
        Trace t = spans.trace();
        for (int i = 0; i < t.size(); i++) {
            boolean told = t.time(i) <= spans.end() || t.kind(i) == EventKind.THREAD_CPU;
            if (t.thread(i) >= 0 && told) {
                read(t, i, spans.begin(), states.computeIfAbsent(t.thread(i), _ -> new State()));
            }
        }
        int[][] slices = slices(spans, states.isEmpty() ? 0 : states.lastKey() + 1);
        List<Lane> lanes = new ArrayList<>();
        states.forEach((thread, s) -> {
            if (s.spinSince >= 0) {
                spin(s, spans.begin(), spans.end());
            }
            if (s.from >= 0) {
                lanes.add(new Lane(thread, slices[thread], s));
            }
        });
        return new Threads(lanes);
    }

    private static void read(Trace t, int i, long begin, State s) {
        long time = t.time(i);
        switch (t.kind(i)) {
            case THREAD_CPU -> {
                if (!s.cpus.contains(t.arg(i))) {
                    s.cpus.add(t.arg(i));
                }
                return; // says nothing of whether it was active
            }
            case THREAD_START, THREAD_UNPARK, PROC_START -> s.idleSince = time;
            case SPIN_BEGIN -> s.spinSince = time;
            case SPIN_END -> {
                if (s.spinSince < 0) {
                    s.spinSince = s.idleSince; // it was woken in order to look for work
                }
                if (s.spinSince >= 0) {
                    spin(s, begin, time);
                }
            }
            case GO_START -> s.idleSince = -1;
            default -> {}
        }
        if (s.from < 0 && time >= begin) {
            s.from = time;
        }
    }

    private static void spin(State s, long begin, long end) {
        if (end > begin) {
            s.spins.add(Math.max(begin, s.spinSince));
            s.spins.add(end);
        }
        s.spinSince = -1;
    }

    /// The spans of each thread, by time.
    private static int[][] slices(Spans spans, int threads) {
        IntList[] of = new IntList[threads];
        Arrays.setAll(of, _ -> new IntList());
        for (int i = 0; i < spans.size(); i++) {
            int m = spans.thread(i);
            if (m >= 0 && m < threads) {
                of[m].add(i);
            }
        }
        int[][] sorted = new int[threads][];
        for (int m = 0; m < threads; m++) {
            sorted[m] = byTime(spans, of[m].toArray());
        }
        return sorted;
    }

    private static int[] byTime(Spans spans, int[] list) {
        // Spans of one thread cannot overlap, so the event that began one gives the order.
        long[] keys = new long[list.length];
        for (int k = 0; k < list.length; k++) {
            keys[k] = (long) (spans.event(list[k]) + 1) << 32 | list[k];
        }
        Arrays.sort(keys);
        for (int k = 0; k < list.length; k++) {
            list[k] = (int) keys[k];
        }
        return list;
    }
}
