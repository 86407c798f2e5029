package goloom.timeline;

import goloom.trace.EventKind;
import goloom.trace.Spans;
import goloom.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where a time is in the picture: from 0, the left edge, to 1.
///
/// On the time axis, a second is as wide as any other. On the axis by event, each moment at which
/// something happens has room: where much happens at once, time is stretched, and long times in
/// which nothing happens are shortened. What is longer is never drawn shorter than what is shorter
/// within the same gap; but the widths are no measure, and the axis says so.
public final class Axis {
    /// Up to so many moments, each may have its room.
    static final int MOST_MOMENTS = 300;

    /// The part of the width by event that is given to gaps by their length, so that a long sleep
    /// still looks longer than a short step.
    static final double TIME_SHARE = 0.25;

    /// A mark of the axis.
    public record Tick(double at, String label) {}

    private final long begin;
    private final long end;
    private final long[] moments; // ascending, distinct; empty on the time axis
    private final double[] places; // of the moments

    private Axis(long begin, long end, long[] moments, double[] places) {
        this.begin = begin;
        this.end = Math.max(end, begin + 1);
        this.moments = moments;
        this.places = places;
    }

    /// The axis that shows more of this trace.
    static Axis of(Spans spans) {
        long[] m = moments(spans);
        return m.length > 0 && m.length <= MOST_MOMENTS && isCrowded(m)
                ? byEvent(spans.begin(), spans.end(), m)
                : byTime(spans.begin(), spans.end());
    }

    static Axis byTime(long begin, long end) {
        return new Axis(begin, end, new long[0], new double[0]);
    }

    static Axis byEvent(Spans spans) {
        return byEvent(spans.begin(), spans.end(), moments(spans));
    }

    private static Axis byEvent(long begin, long end, long[] m) {
        double[] places = new double[m.length];
        double whole = Math.max(1, m[m.length - 1] - m[0]);
        for (int i = 1; i < m.length; i++) {
            double step = (1 - TIME_SHARE) / (m.length - 1);
            places[i] = places[i - 1] + step + TIME_SHARE * (m[i] - m[i - 1]) / whole;
        }
        return new Axis(begin, end, m, places);
    }

    /// The times at which the picture changes, with both ends of the window.
    private static long[] moments(Spans spans) {
        Trace t = spans.trace();
        long[] all = new long[MOST_MOMENTS + 2];
        int n = 0;
        all[n++] = spans.begin();
        for (int i = 0; i < t.size(); i++) {
            long time = t.time(i);
            if (time > all[n - 1] && shows(t.kind(i)) && spans.contains(i)) {
                if (n > MOST_MOMENTS) {
                    return all; // too many: nobody wants to know which
                }
                all[n++] = time;
            }
        }
        if (spans.end() > all[n - 1]) {
            all[n++] = spans.end();
        }
        return Arrays.copyOf(all, n);
    }

    private static boolean shows(EventKind k) {
        return switch (k) {
            case GO_CREATE,
                    GO_START,
                    GO_BLOCK,
                    GO_UNBLOCK,
                    GO_STOP,
                    GO_END,
                    SYSCALL_BEGIN,
                    SYSCALL_END,
                    PROC_HANDOFF,
                    CHAN_SEND,
                    CHAN_RECV,
                    CHAN_CLOSE,
                    PANIC ->
                    true;
            case GO_STATUS,
                    PROC_START,
                    PROC_STOP,
                    STEAL,
                    SPIN_BEGIN,
                    SPIN_END,
                    THREAD_START,
                    THREAD_PARK,
                    THREAD_UNPARK,
                    THREAD_CPU,
                    GOMAXPROCS,
                    PREEMPT_REQUEST,
                    LOCK,
                    UNLOCK,
                    WAITGROUP,
                    WAITGROUP_WAITED,
                    SELECT_CASE,
                    LOCK_THREAD,
                    UNLOCK_THREAD ->
                    false;
        };
    }

    /// On the time axis much would be lost: more than a quarter of the moments would be closer than
    /// an 80th of the width to the one before, or one long gap would take half of it.
    private static boolean isCrowded(long[] m) {
        double whole = m[m.length - 1] - m[0];
        double longest = 0;
        int close = 0;
        for (int i = 1; i < m.length; i++) {
            double gap = m[i] - m[i - 1];
            longest = Math.max(longest, gap);
            close += gap < whole / 80 ? 1 : 0;
        }
        return close * 4 > m.length - 1 || longest > whole / 2 && m.length > 4;
    }

    /// True if widths are no measure of time.
    public boolean isByEvent() {
        return moments.length > 0;
    }

    /// What the axis shows.
    public String title() {
        return isByEvent() ? "by event: each step has room, not to scale" : "time";
    }

    /// The place of a time, given in nanoseconds from the start of the trace.
    public double at(long time) {
        if (time <= begin) {
            return 0;
        }
        if (time >= end) {
            return 1;
        }
        if (!isByEvent()) {
            return (double) (time - begin) / (end - begin);
        }
        int i = Arrays.binarySearch(moments, time);
        if (i >= 0) {
            return places[i];
        }
        int after = -i - 1;
        if (after == 0 || after == moments.length) {
            return after == 0 ? 0 : 1;
        }
        long from = moments[after - 1];
        double share = (double) (time - from) / (moments[after] - from);
        return places[after - 1] + share * (places[after] - places[after - 1]);
    }

    /// The time at a place, the inverse of [#at].
    public long time(double place) {
        if (!isByEvent()) {
            return begin + Math.round(place * (end - begin));
        }
        int i = Arrays.binarySearch(places, place);
        if (i >= 0) {
            return moments[i];
        }
        int after = Math.clamp(-i - 1L, 1, places.length - 1);
        double from = places[after - 1];
        double share = (place - from) / Math.max(1e-12, places[after] - from);
        return moments[after - 1] + Math.round(share * (moments[after] - moments[after - 1]));
    }

    /// About `n` marks, labelled with the time since the beginning.
    public List<Tick> ticks(int n) {
        List<Tick> ticks = new ArrayList<>();
        if (isByEvent()) {
            int step = Math.max(1, (int) Math.ceil((moments.length - 1) / (double) n));
            for (int i = 0; i < moments.length; i += step) {
                ticks.add(new Tick(places[i], label(moments[i] - begin)));
            }
            return ticks;
        }
        long step = roundStep((end - begin) / (double) n);
        for (long x = 0; x <= end - begin; x += step) {
            ticks.add(new Tick((double) x / (end - begin), label(x)));
        }
        return ticks;
    }

    private static String label(long nanos) {
        return nanos == 0 ? "0" : Units.time(nanos);
    }

    private static long roundStep(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, raw))));
        for (int f : new int[] {1, 2, 5}) {
            if (f * power >= raw) {
                return Math.max(1, (long) (f * power));
            }
        }
        return Math.max(1, (long) (10 * power));
    }
}
