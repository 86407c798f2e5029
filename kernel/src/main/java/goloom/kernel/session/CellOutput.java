package goloom.kernel.session;

import goloom.kernel.protocol.MimeBundle;
import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Publication.StreamName;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/*
 * Invariants:
 *   Items leave in the order in which they came, but that lines of different platform threads are not
 *   mixed. What a goroutine prints with one call is never divided, and is not held back for its line.
 *   Whoever prints puts an item into a queue and goes on. It waits only when the queue is longer than
 *   QUEUE_LIMIT, as it would for a full pipe, and then an interrupt ends the wait.
 *   drain() and end() publish, one at a time, under the lock.
 *   queued counts the characters that were printed and not yet published or left out.
 */

/// The output of one run of a cell. Usable from any thread, also after the cell has ended: front
/// ends put what comes late under the cell it belongs to.
public final class CellOutput {
    private static final int HURRY = 64 * 1024;
    private static final int QUEUE_LIMIT = 4 << 20;
    private static final int MESSAGE_LIMIT = 256 * 1024;
    private static final long OLD_NANOS = 50_000_000;

    private final Consumer<Publication> front;
    private final Keyboard keyboard;
    private final Flusher flusher;
    private final LongSupplier clock;
    private final boolean silent;
    private final Budget budget;

    private final Map<StreamName, LineAssembler> lines = new EnumMap<>(StreamName.class);
    private final Queue<Item> items = new ConcurrentLinkedQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Queue<Thread> writersWaiting = new ConcurrentLinkedQueue<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<StreamName, LineOrder> orders = new EnumMap<>(StreamName.class);
    private final StringBuilder batch = new StringBuilder(); // guarded by lock
    private StreamName batchStream = StreamName.STDOUT; // guarded by lock

    /// @param front where publications go, with the cell as their parent
    CellOutput(
            Consumer<Publication> front,
            Keyboard keyboard,
            Flusher flusher,
            LongSupplier clock,
            boolean silent,
            Budget budget) {
        this.front = front;
        this.keyboard = keyboard;
        this.flusher = flusher;
        this.clock = clock;
        this.silent = silent;
        this.budget = budget;
        for (StreamName s : StreamName.values()) {
            lines.put(s, new LineAssembler((writer, text) -> put(new Item.Text(writer, s, text))));
            orders.put(s, new LineOrder(text -> append(s, text)));
        }
    }

    /// Prints text as the calling thread does.
    public void print(StreamName stream, String text) {
        if (silent || text.isEmpty()) {
            return;
        }
        if (budget.isSpent()) {
            budget.leaveOut(text);
            return;
        }
        Thread me = Thread.currentThread();
        if (me.isVirtual()) {
            // Goroutines: in the order of the calls, as in Go. A channel may have ordered them.
            put(new Item.Text(me, stream, text));
        } else {
            // What the thread has begun on the other stream comes first, as on a terminal.
            assembler(other(stream)).release(me);
            assembler(stream).write(me, text, clock.getAsLong());
        }
        awaitRoom();
        schedule();
    }

    /// Shows the line that the calling thread has begun.
    public void flush(StreamName stream) {
        assembler(stream).release(Thread.currentThread());
        schedule();
    }

    /// Displays something.
    public void display(MimeBundle bundle) {
        show(new Publication.Display(bundle), false);
    }

    /// Gives what was displayed under the bundle's display id a new form, in every place.
    public void updateDisplay(MimeBundle bundle) {
        show(new Publication.UpdateDisplay(bundle), false);
    }

    /// As [#updateDisplay], but takes nothing from the budget: for what the kernel itself shows,
    /// not too often, in place of something else.
    public void redraw(MimeBundle bundle) {
        show(new Publication.UpdateDisplay(bundle), true);
    }

    /// Removes what the cell has shown so far.
    ///
    /// @param later only when there is something new to show, so that it does not flicker
    public void clear(boolean later) {
        show(new Publication.ClearOutput(later), false);
    }

    /// Asks the user for a line, and waits.
    ///
    /// @param prompt stands before the input field
    /// @param password do not show what is typed
    /// @throws IOException if the front end offers no input, or the wait was interrupted
    public String readLine(String prompt, boolean password) throws IOException {
        lines.values().forEach(l -> l.release(Thread.currentThread()));
        publish(false);
        return keyboard.readLine(prompt, password);
    }

    private void show(Publication p, boolean free) {
        if (silent) {
            return;
        }
        lines.values().forEach(l -> l.release(Thread.currentThread()));
        put(new Item.Shown(p, free));
        schedule();
        flusher.hurry();
    }

    private void put(Item item) {
        if (item instanceof Item.Text t) {
            queued.addAndGet(t.text().length());
        }
        items.add(item);
    }

    private void schedule() {
        if (!scheduled.getAndSet(true)) {
            flusher.schedule(this);
        }
        if (queued.get() >= HURRY) {
            flusher.hurry();
        }
    }

    private void awaitRoom() {
        while (queued.get() > QUEUE_LIMIT && !Thread.currentThread().isInterrupted()) {
            writersWaiting.add(Thread.currentThread());
            schedule();
            LockSupport.parkNanos(this, OLD_NANOS);
        }
    }

    /// Publishes what is there, but for lines just begun.
    ///
    /// @return true if something remains that time alone will bring out
    boolean drain() {
        scheduled.set(false);
        return publish(false);
    }

    /// Publishes everything and says what was left out. More may come later.
    void end() {
        lines.values().forEach(LineAssembler::releaseAll);
        publish(true);
    }

    private boolean publish(boolean end) {
        lock.lock();
        try {
            long now = clock.getAsLong();
            lines.values().forEach(l -> l.releaseOlder(now - OLD_NANOS));
            for (Item item; (item = items.poll()) != null; ) {
                switch (item) {
                    case Item.Text t -> order(t.stream()).accept(t, now);
                    case Item.Shown s -> publishShown(s, now);
                }
            }
            for (LineOrder o : orders.values()) {
                if (end) {
                    o.end(now);
                } else {
                    o.tick(now);
                }
            }
            publishBatch();
            if (end) {
                publishSummary();
            }
            return lines.values().stream().anyMatch(l -> !l.isEmpty())
                    || orders.values().stream().anyMatch(LineOrder::isWaiting);
        } finally {
            lock.unlock();
            for (Thread t; (t = writersWaiting.poll()) != null; ) {
                LockSupport.unpark(t);
            }
        }
    }

    private void publishShown(Item.Shown s, long now) {
        orders.values().forEach(o -> o.end(now));
        publishBatch();
        if (s.free() || budget.take(size(s.publication()))) {
            front.accept(s.publication());
        }
    }

    private void append(StreamName stream, String text) {
        if (stream != batchStream || batch.length() + text.length() > MESSAGE_LIMIT) {
            publishBatch();
        }
        batchStream = stream;
        batch.append(text);
        queued.addAndGet(-text.length());
    }

    private void publishBatch() {
        if (batch.isEmpty()) {
            return;
        }
        String text = budget.take(batch.toString());
        batch.setLength(0);
        if (!text.isEmpty()) {
            front.accept(new Publication.Stream(batchStream, text));
        }
    }

    private void publishSummary() {
        String summary = budget.summary();
        if (summary != null) {
            front.accept(new Publication.Stream(StreamName.STDOUT, summary));
        }
    }

    private static long size(Publication p) {
        return switch (p) {
            case Publication.Display(var bundle) -> size(bundle);
            case Publication.UpdateDisplay(var bundle) -> size(bundle);
            case Publication _ -> 0;
        };
    }

    private static long size(MimeBundle bundle) {
        return bundle.data().values().stream()
                .mapToLong(v -> v instanceof String s ? s.length() : Budget.LEAST_COST)
                .sum();
    }

    private static StreamName other(StreamName stream) {
        return stream == StreamName.STDOUT ? StreamName.STDERR : StreamName.STDOUT;
    }

    private LineAssembler assembler(StreamName stream) {
        return Objects.requireNonNull(lines.get(stream));
    }

    private LineOrder order(StreamName stream) {
        return Objects.requireNonNull(orders.get(stream));
    }
}
