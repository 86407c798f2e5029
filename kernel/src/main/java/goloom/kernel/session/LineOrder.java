package goloom.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps lines of different threads apart. A thread that has shown the beginning of a line holds
/// the stream: what others print waits until the line has ended, or its thread has, or has printed
/// nothing for half a second. Virtual threads, which goroutines are, neither hold nor wait. Used by
/// one thread at a time.
final class LineOrder {
    static final long PATIENCE_NANOS = 500_000_000;

    private final Consumer<String> out;
    private final List<Item.Text> waiting = new ArrayList<>();
    private @Nullable Thread holder;
    private long lastOfHolder;

    LineOrder(Consumer<String> out) {
        this.out = out;
    }

    void accept(Item.Text text, long now) {
        if (mayWrite(text)) {
            write(text, now);
            passOn(now);
        } else {
            waiting.add(text);
        }
    }

    /// Lets others write if the holder has been silent for long.
    void tick(long now) {
        Thread t = holder;
        if (t != null && (!t.isAlive() || now - lastOfHolder >= PATIENCE_NANOS)) {
            holder = null;
            passOn(now);
        }
    }

    /// Writes all that waits. Nobody holds the stream afterwards.
    void end(long now) {
        while (!waiting.isEmpty()) {
            holder = null;
            passOn(now);
        }
        holder = null;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    private boolean mayWrite(Item.Text text) {
        return holder == null || holder == text.writer() || text.writer().isVirtual();
    }

    private void write(Item.Text text, long now) {
        out.accept(text.text());
        if (text.writer().isVirtual()) {
            return;
        }
        holder = text.text().endsWith("\n") ? null : text.writer();
        lastOfHolder = now;
    }

    private void passOn(long now) {
        for (int i = 0; i < waiting.size(); ) {
            if (mayWrite(waiting.get(i))) {
                write(waiting.remove(i), now);
                // When a line has ended, those who wait longest are next.
                i = holder == null ? 0 : i;
            } else {
                i++;
            }
        }
    }
}
