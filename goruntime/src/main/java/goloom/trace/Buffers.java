package goloom.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was in the buffers of channels when.
public final class Buffers {
    /// A value in a slot of a buffer. The slots are those of the ring: a value stays in its slot.
    ///
    /// @param sender the goroutine that sent it; 0: it was there before
    /// @param receiver the goroutine that received it; 0: it was still there at the end
    public record Held(
            int slot, @Nullable String value, int sender, int receiver, long from, long to) {
        private Held until(long time, int who) {
            return new Held(slot, value, sender, who, from, time);
        }
    }

    /// How full a buffer was: from `time(k)` on, `length(k)` values.
    public static final class Fill {
        private final long[] time;
        private final int[] length;

        private Fill(long[] time, int[] length) {
            this.time = time;
            this.length = length;
        }

        /// The number of steps.
        public int size() {
            return time.length;
        }

        public long time(int k) {
            return time[k];
        }

        public int length(int k) {
            return length[k];
        }

        /// The largest number of values.
        public int most() {
            return Arrays.stream(length).max().orElse(0);
        }
    }

    private final Trace trace;
    private final long begin;
    private final long end;
    private final IntList[] events; // of each resource: what happened to the channel

    private Buffers(Spans spans) {
        trace = spans.trace();
        begin = spans.begin();
        end = spans.end();
        events = new IntList[trace.resources().size()];
        for (int i = 0; i < trace.size(); i++) {
            EventKind k = trace.kind(i);
            if (k == EventKind.CHAN_SEND || k == EventKind.CHAN_RECV || k == EventKind.CHAN_CLOSE) {
                int r = trace.resource(i);
                if (r >= 0) {
                    events[r] = events[r] == null ? new IntList() : events[r];
                    events[r].add(i);
                }
            }
        }
    }

    /// The buffers of the channels of a trace.
    public static Buffers of(Spans spans) {
        return new Buffers(spans);
    }

    /// The buffered channels that were used, as indexes into [Trace#resources()].
    public List<Integer> channels() {
        List<Integer> list = new ArrayList<>();
        for (int r = 0; r < events.length; r++) {
            if (events[r] != null && trace.resources().get(r).capacity() > 0) {
                list.add(r);
            }
        }
        return list;
    }

    /// When the channel was closed; -1: it was not.
    public long closed(int channel) {
        for (int i : of(channel)) {
            if (trace.kind(i) == EventKind.CHAN_CLOSE) {
                return Math.max(begin, trace.time(i));
            }
        }
        return -1;
    }

    /// How full the channel was.
    public Fill fill(int channel) {
        int[] list = of(channel);
        long[] time = new long[list.length + 1];
        int[] length = new int[list.length + 1];
        time[0] = begin;
        length[0] = list.length == 0 ? 0 : before(list[0]);
        for (int k = 0; k < list.length; k++) {
            time[k + 1] = Math.max(begin, trace.time(list[k]));
            length[k + 1] = Math.min(trace.arg(list[k]), capacity(channel));
        }
        return new Fill(time, length);
    }

    /// Each value that was in the buffer, in the order in which they left it.
    public List<Held> held(int channel) {
        int[] list = of(channel);
        List<Held> done = new ArrayList<>();
        List<Held> ring = new ArrayList<>(); // head first
        int cap = capacity(channel);
        int before = list.length == 0 ? 0 : before(list[0]);
        int next = before;
        for (int s = 0; s < before; s++) {
            ring.add(new Held(s % cap, null, 0, 0, begin, end));
        }
        Held taken = null; // by a receive whose event follows that of the send that it let in
        for (int i : list) {
            long t = Math.max(begin, trace.time(i));
            if (trace.kind(i) == EventKind.CHAN_SEND) {
                if (trace.arg(i) == 0) {
                    continue; // it went straight to a receiver
                }
                if (ring.size() == cap) {
                    taken = ring.removeFirst();
                }
                ring.add(new Held(next++ % cap, trace.value(i), trace.goroutine(i), 0, t, end));
                if (taken != null) {
                    taken = taken.until(t, 0);
                }
            } else if (trace.kind(i) == EventKind.CHAN_RECV) {
                if (taken != null) {
                    done.add(taken.until(taken.to, trace.goroutine(i)));
                    taken = null;
                } else if (trace.arg(i) < ring.size()) { // else it was handed its value
                    done.add(ring.removeFirst().until(t, trace.goroutine(i)));
                }
            }
        }
        done.addAll(ring);
        return done;
    }

    private int before(int event) {
        return switch (trace.kind(event)) {
            case CHAN_SEND -> Math.max(0, trace.arg(event) - 1);
            case CHAN_RECV -> trace.arg(event) + (trace.target(event) == 1 ? 0 : 1);
            default -> trace.arg(event);
        };
    }

    private int capacity(int channel) {
        return trace.resources().get(channel).capacity();
    }

    private int[] of(int channel) {
        IntList list = events[channel];
        return list == null ? new int[0] : list.toArray();
    }
}
