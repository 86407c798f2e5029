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
 * A goroutine that finds a partner in the queue of a channel without values sends, its partner receives, and
 * wakes it; or the other way round. These three events are one in the buffer, of a kind of its own: what
 * differs between them is the site of the partner, which stands in the place of the argument.
 */
final class Packed {
    static final int LONGS = 4;

    // Kinds that are no EventKind.
    static final int SENT = 62; // goroutine sent to target, which waited
    static final int RECEIVED = 63; // goroutine received from target, which waited
    static final int EVENTS_OF_A_HAND_OVER = 3;

    private static final EventKind[] KINDS = EventKind.values();

    private Packed() {}

    static long time(long word) {
        return word >>> 20;
    }

    /// Not of a hand-over.
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

    /// How many events the packed one stands for.
    static int events(long word) {
        return kindNumber(word) >= SENT ? EVENTS_OF_A_HAND_OVER : 1;
    }

    /// Writes the events that a packed one stands for, and gives the place behind them.
    static int unpack(long[] from, int i, long[] to, int at) {
        long word = from[i];
        int kind = kindNumber(word);
        if (kind < SENT) {
            System.arraycopy(from, i, to, at, LONGS);
            return at + LONGS;
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

    /// All but the last long.
    private static int write(
            long[] to, int at, long word, EventKind kind, long goroutines, long resource) {
        to[at] = first(time(word), kind.ordinal(), 0, (int) word);
        to[at + 1] = goroutines;
        to[at + 2] = resource;
        return at + LONGS;
    }
}
