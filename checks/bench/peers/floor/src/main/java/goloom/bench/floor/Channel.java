package goloom.bench.floor;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A channel with what no channel can do without: a lock for each operation, which is one
/// compare-and-set and one store, and queues of those who wait. Gives null when it is closed.
final class Channel {
    private final AtomicBoolean locked = new AtomicBoolean();
    private final ArrayDeque<Fiber> receivers = new ArrayDeque<>();
    private final ArrayDeque<Fiber> senders = new ArrayDeque<>();
    private final @Nullable Object[] buffer;
    private int first;
    private int count;
    private boolean closed;

    Channel(int capacity) {
        buffer = new @Nullable Object[capacity];
    }

    private void lock() {
        if (!locked.compareAndSet(false, true)) {
            throw new AssertionError("two threads");
        }
    }

    private void unlock() {
        locked.setRelease(false);
    }

    void send(Object v) {
        lock();
        Fiber receiver = receivers.poll();
        if (receiver != null) {
            receiver.value = v;
            unlock();
            receiver.wake();
        } else if (count < buffer.length) {
            put(v);
            unlock();
        } else {
            Fiber me = Fiber.current();
            me.value = v;
            senders.add(me);
            unlock();
            me.await();
        }
    }

    @Nullable Object recv() {
        lock();
        Fiber sender = senders.poll();
        if (sender != null) {
            Object sent = Objects.requireNonNull(sender.value);
            sender.value = null;
            Object v = count == 0 ? sent : take();
            if (v != sent) {
                put(sent);
            }
            unlock();
            sender.wake();
            return v;
        }
        if (count > 0) {
            Object v = take();
            unlock();
            return v;
        }
        if (closed) {
            unlock();
            return null;
        }
        Fiber me = Fiber.current();
        receivers.add(me);
        unlock();
        me.await();
        Object v = me.value;
        me.value = null;
        return v;
    }

    void close() {
        lock();
        closed = true;
        unlock();
        for (Fiber f = receivers.poll(); f != null; f = receivers.poll()) {
            f.wake();
        }
    }

    private void put(Object v) {
        int last = first + count++;
        buffer[last < buffer.length ? last : last - buffer.length] = v;
    }

    private Object take() {
        Object v = Objects.requireNonNull(buffer[first]);
        buffer[first] = null;
        first = first + 1 == buffer.length ? 0 : first + 1;
        count--;
        return v;
    }
}
