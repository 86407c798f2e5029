package goloom.runtime.internal;

import goloom.trace.EventKind;
import goloom.trace.Waker;

/*
 * How events stand in the buffer of an M. An event is four longs:
 *   0  time 44 bits, kind 6, reason 6, P + 1 8
 *   1  goroutine, target
 *   2  resource + 1, argument
 *   3  site, index of the value + 1
 *
 * What comes in pairs and threes most often is one record in the buffer, of a kind of its own:
 *
 *   hand-over   A goroutine that finds a partner in the queue of a channel without values sends, its partner
 *               receives, and is woken; or the other way round. What differs between these events is the site
 *               of the partner, which stands in the place of the argument.
 *   switch      A goroutine blocks, and the next one starts at the same time: the target and the argument, which
 *               a block has none of, are the next one and where it was found.
 */
final class Packed {
    static final int LONGS = 4;

    // Kinds that are no EventKind.
    static final int SWITCH = 61; // goroutine blocked and target started
    static final int SENT = 62; // goroutine sent to target, which waited
    static final int RECEIVED = 63; // goroutine received from target, which waited
    static final int MOST_EVENTS = 3; // of a record

    private static final long KIND = 0x3f << 14;
    private static final EventKind[] KINDS = EventKind.values();

    private Packed() {}

    static long time(long word) {
        return word >>> 20;
    }

    /// Of a record that is one event.
    static EventKind kind(long word) {
        return KINDS[kindNumber(word)];
    }

    private static int kindNumber(long word) {
        return (int) (word >>> 14) & 0x3f;
    }

    static long first(long time, int kind, int reason, int procPlus1) {
        return time << 20 | (long) kind << 14 | (long) reason << 8 | procPlus1 & 0xff;
    }

    static long two(int high, int low) {
        return (long) high << 32 | low & 0xffffffffL;
    }

    /// The first long of another kind of record, otherwise the same.
    static long withKind(long word, int kind) {
        return word & ~KIND | (long) kind << 14;
    }

    /// How many events the record with this first long stands for.
    static int events(long word) {
        int kind = kindNumber(word);
        return kind < SWITCH ? 1 : kind == SWITCH ? 2 : MOST_EVENTS;
    }

    /// Writes the events that a record stands for, and gives the place behind them.
    static int unpack(long[] from, int i, long[] to, int at) {
        long word = from[i];
        int kind = kindNumber(word);
        if (kind < SWITCH) {
            System.arraycopy(from, i, to, at, LONGS);
            return at + LONGS;
        }
        if (kind == SWITCH) {
            return unpackSwitch(from, i, to, at);
        }
        boolean sent = kind == SENT;
        int me = (int) (from[i + 1] >>> 32);
        int partner = (int) from[i + 1];
        int channel = (int) (from[i + 2] >>> 32);
        int partnersSite = (int) from[i + 2];
        int site = (int) (from[i + 3] >>> 32);
        int value = (int) from[i + 3];
        at = write(to, at, word, EventKind.CHAN_SEND, two(sent ? me : partner, 0), two(channel, 0));
        to[at - 1] = two(sent ? site : partnersSite, value);
        at = write(to, at, word, EventKind.CHAN_RECV, two(sent ? partner : me, 0), two(channel, 0));
        to[at - 1] = two(sent ? partnersSite : site, value);
        long byGoroutine = two(channel, Waker.GOROUTINE.ordinal());
        at = write(to, at, word, EventKind.GO_UNBLOCK, two(me, partner), byGoroutine);
        to[at - 1] = two(site, 0);
        return at;
    }

    private static int unpackSwitch(long[] from, int i, long[] to, int at) {
        int blocked = (int) (from[i + 1] >>> 32);
        int started = (int) from[i + 1];
        int resource = (int) (from[i + 2] >>> 32);
        int found = (int) from[i + 2];
        to[at] = withKind(from[i], EventKind.GO_BLOCK.ordinal());
        to[at + 1] = two(blocked, 0);
        to[at + 2] = two(resource, 0);
        to[at + 3] = from[i + 3];
        at += LONGS;
        at = write(to, at, from[i], EventKind.GO_START, two(started, -1), two(0, found));
        to[at - 1] = 0;
        return at;
    }

    /// All but the last long.
    private static int write(
            long[] to, int at, long word, EventKind kind, long goroutines, long resource) {
        to[at] = first(time(word), kind.ordinal(), 0, (int) word);
        to[at + 1] = goroutines;
        to[at + 2] = resource;
        return at + LONGS;
    }
}
