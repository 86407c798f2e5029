package goloom.timeline;

import goloom.trace.Analysis;
import goloom.trace.GoState;
import goloom.trace.Spans;
import goloom.trace.Trace;
import goloom.trace.WaitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who waited at unbuffered channels: senders in the upper places, receivers in the lower ones. Of
/// those that waited at once, the first [#MOST_PLACES] have a place.
///
/// @param senders the number of places for senders
/// @param receivers the number of places for receivers
record Queues(int channel, int senders, int receivers, List<Waiting> waiting) {
    private static final int MOST_PLACES = 2;
    private static final int MOST_WAITS = 160;

    Queues {
        waiting = List.copyOf(waiting);
    }

    /// @param place 0 is the uppermost of its kind
    /// @param goroutine an index into [Trace#goroutines()]
    record Waiting(boolean sends, int place, int goroutine, long from, long to) {}

    /// The channels at which somebody waited, but not too often for a picture.
    static List<Queues> of(Analysis a) {
        Spans spans = a.spans();
        Map<Integer, List<Integer>> waits = new TreeMap<>();
        int[] count = new int[a.trace().resources().size()];
        for (int i = 0; i < spans.size(); i++) {
            if (isAtChannel(spans, i)
                    && count[spans.resource(i)]++ <= MOST_WAITS
                    && capacity(a, spans.resource(i)) == 0) {
                waits.computeIfAbsent(spans.resource(i), _ -> new ArrayList<>()).add(i);
            }
        }
        return waits.entrySet().stream()
                .filter(e -> e.getValue().size() <= MOST_WAITS)
                .map(e -> at(e.getKey(), e.getValue(), spans))
                .toList();
    }

    private static boolean isAtChannel(Spans spans, int i) {
        WaitReason why = spans.reason(i);
        return spans.state(i) == GoState.WAITING
                && spans.resource(i) >= 0
                && (why == WaitReason.CHAN_SEND || why == WaitReason.CHAN_RECEIVE);
    }

    private static int capacity(Analysis a, int resource) {
        Trace.Resource r = a.trace().resources().get(resource);
        return r.kind() == Trace.Resource.Kind.CHANNEL ? r.capacity() : -1;
    }

    private static Queues at(int channel, List<Integer> waits, Spans spans) {
        long[][] free = new long[2][MOST_PLACES]; // until when each place is taken
        int[] places = new int[2];
        List<Waiting> list = new ArrayList<>();
        waits.sort((i, k) -> Long.compare(spans.start(i), spans.start(k)));
        for (int i : waits) {
            boolean sends = spans.reason(i) == WaitReason.CHAN_SEND;
            int kind = sends ? 0 : 1;
            for (int p = 0; p < MOST_PLACES; p++) {
                if (free[kind][p] <= spans.start(i)) {
                    free[kind][p] = spans.end(i);
                    places[kind] = Math.max(places[kind], p + 1);
                    list.add(
                            new Waiting(
                                    sends, p, spans.goroutine(i), spans.start(i), spans.end(i)));
                    break;
                }
            }
        }
        return new Queues(channel, places[0], places[1], list);
    }

    int places() {
        return senders + receivers;
    }

    /// Counted from the top of the lane.
    int placeOf(Waiting w) {
        return w.sends ? w.place : senders + w.place;
    }
}
