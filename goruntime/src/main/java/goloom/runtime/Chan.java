package goloom.runtime;

import goloom.runtime.internal.Fmt;
import goloom.runtime.internal.Hchan;
import goloom.runtime.internal.Panics;
import goloom.runtime.internal.Waits;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A channel: goroutines send values into it and receive them, first in first out.
///
/// Without a buffer a send waits for its receiver. With room for `n` values it waits only while
/// there are `n` values that nobody has received. An operation that waits blocks the goroutine,
/// never its thread.
///
/// Memory effects, as in Go's memory model: a send happens before the matching receive completes; a
/// receive from an unbuffered channel happens before the send completes; the k-th receive from a
/// channel with room for n happens before the (k+n)-th send completes; a close happens before a
/// receive that returns because the channel is closed.
///
/// `null` is an ordinary value. A receive from a closed, empty channel gives the zero value: 0 for
/// `chan(int.class)`, "" for `String`, false for `boolean`, null for other classes.
///
/// Go: runtime/chan.go.
public sealed class Chan<T> implements SendChan<T>, RecvChan<T> permits Signal {
    private final @Nullable Hchan h; // null: the nil channel
    private final T zero;
    private final @Nullable Class<?> type;

    Chan(@Nullable Hchan h, T zero, @Nullable Class<?> type) {
        this.h = h;
        this.zero = zero;
        this.type = type;
    }

    /// Makes a channel whose zero value is null: `make(chan []T, n)`.
    ///
    /// @param capacity how many values its buffer holds; 0: none. Panics with `makechan: size out
    ///   of range` if it is negative or does not fit into the heap.
    public static <T extends @Nullable Object> Chan<T> make(int capacity) {
        @SuppressWarnings("NullAway") // the zero value of a class is null
        Chan<T> c = make(capacity, (T) null);
        return c;
    }

    /// Makes an unbuffered channel whose zero value is null.
    public static <T extends @Nullable Object> Chan<T> make() {
        return make(0);
    }

    /// Makes a channel with the given zero value.
    public static <T extends @Nullable Object> Chan<T> make(int capacity, T zero) {
        return new Chan<>(hchan(capacity), zero, zero == null ? null : zero.getClass());
    }

    static Hchan hchan(int capacity) {
        if (capacity < 0) {
            throw Panics.makechanSize();
        }
        try {
            return new Hchan(capacity);
        } catch (OutOfMemoryError e) {
            throw Panics.makechanSize();
        }
    }

    /// The nil channel: `var ch chan int`. A send or a receive blocks for ever, in a select its
    /// case is never chosen, close panics.
    public static <T extends @Nullable Object> Chan<T> nil() {
        @SuppressWarnings("NullAway")
        Chan<T> c = new Chan<>(null, (T) null, null);
        return c;
    }

    @Nullable Hchan h() {
        return h;
    }

    T zero() {
        return zero;
    }

    /// Sends a value: `ch <- v`. Blocks until a receiver has it or the buffer has room, for ever on
    /// the nil channel. Panics with `send on closed channel`.
    @Override
    public final void send(T value) {
        Hchan c = h;
        if (c == null) {
            Waits.sendToNil();
        } else {
            c.send(value);
        }
    }

    /// Receives a value: `<-ch`. Blocks until there is one, for ever on the nil channel. From a
    /// closed, empty channel it gives the zero value at once.
    @Override
    public final T recv() {
        Hchan c = h;
        if (c == null) {
            Waits.receiveFromNil();
            return zero;
        }
        return value(c.recv());
    }

    /// Receives a value and whether it was sent: `v, ok := <-ch`. Blocks as [#recv] does.
    @Override
    public final Received<T> recvOk() {
        Hchan c = h;
        if (c == null) {
            Waits.receiveFromNil();
            return new Received<>(zero, false);
        }
        return received(c.recv());
    }

    final Received<T> received(@Nullable Object v) {
        return new Received<>(value(v), v != Hchan.CLOSED);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // what went in as T comes out
    final T value(@Nullable Object v) {
        return v == Hchan.CLOSED ? zero : (T) v;
    }

    /// Closes the channel: receivers get the values that are in it, then the zero value. Panics
    /// with `close of closed channel` or `close of nil channel`.
    @Override
    public final void close() {
        if (h == null) {
            throw Panics.closeOfNil();
        }
        h.close();
    }

    /// The number of values in the buffer; goroutines that wait to send are not counted.
    @Override
    public final int len() {
        return h == null ? 0 : h.len();
    }

    /// The size of the buffer.
    @Override
    public final int cap() {
        return h == null ? 0 : h.cap();
    }

    /// `for v := range ch`: receives until the channel is closed. Each step blocks as [#recv] does.
    @Override
    public final Iterator<T> iterator() {
        return new Iterator<>() {
            private @Nullable Object received; // a value or CLOSED
            private boolean looked; // hasNext has received it

            private void look() {
                if (!looked) {
                    received = h == null ? waitForEver() : h.recv();
                    looked = true;
                }
            }

            @Override
            public boolean hasNext() {
                look();
                return received != Hchan.CLOSED;
            }

            @Override
            public T next() {
                look();
                if (received == Hchan.CLOSED) {
                    throw new NoSuchElementException("the channel is closed");
                }
                T v = value(received);
                received = null;
                looked = false;
                return v;
            }
        };
    }

    private static Object waitForEver() {
        Waits.receiveFromNil();
        return Hchan.CLOSED;
    }

    /// The type in Go's words: `chan int`.
    String typeName() {
        return "chan " + Fmt.typeName(type);
    }

    /// `chan int`, with the length and capacity of a buffered channel.
    @Override
    public String toString() {
        return h == null
                ? typeName() + " (nil)"
                : cap() == 0 ? typeName() : typeName() + " (len " + len() + ", cap " + cap() + ")";
    }
}
