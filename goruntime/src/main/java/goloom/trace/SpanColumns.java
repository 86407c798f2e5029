package goloom.trace;

import java.util.Arrays;

/// Spans in columns, because there may be a million.
final class SpanColumns {
    int size;
    int[] goroutine; // position
    byte[] state;
    byte[] reason;
    int[] resource;
    short[] thread;
    short[] proc;
    int[] site;
    long[] start;
    long[] end;
    int[] event;
    int[] endEvent;

    SpanColumns(int capacity) {
        goroutine = new int[capacity];
        state = new byte[capacity];
        reason = new byte[capacity];
        resource = new int[capacity];
        thread = new short[capacity];
        proc = new short[capacity];
        site = new int[capacity];
        start = new long[capacity];
        end = new long[capacity];
        event = new int[capacity];
        endEvent = new int[capacity];
    }

    /// Makes room for one more and gives its number.
    int add() {
        if (size == goroutine.length) {
            int n = Math.max(16, size * 2);
            goroutine = Arrays.copyOf(goroutine, n);
            state = Arrays.copyOf(state, n);
            reason = Arrays.copyOf(reason, n);
            resource = Arrays.copyOf(resource, n);
            thread = Arrays.copyOf(thread, n);
            proc = Arrays.copyOf(proc, n);
            site = Arrays.copyOf(site, n);
            start = Arrays.copyOf(start, n);
            end = Arrays.copyOf(end, n);
            event = Arrays.copyOf(event, n);
            endEvent = Arrays.copyOf(endEvent, n);
        }
        return size++;
    }

    /// Copies row `i` of `from` to row `to`, which exists.
    void put(int to, SpanColumns from, int i) {
        goroutine[to] = from.goroutine[i];
        state[to] = from.state[i];
        reason[to] = from.reason[i];
        resource[to] = from.resource[i];
        thread[to] = from.thread[i];
        proc[to] = from.proc[i];
        site[to] = from.site[i];
        start[to] = from.start[i];
        end[to] = from.end[i];
        event[to] = from.event[i];
        endEvent[to] = from.endEvent[i];
    }
}
