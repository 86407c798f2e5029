package goloom.kernel.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// Makes lines of what threads print in pieces. Whole lines go on at once; the beginning of a line
/// waits for its end, unless [#release] finds it old enough.
///
/// A thread has an entry only while it is inside a line. Writers of different threads do not wait
/// for each other.
final class LineAssembler {
    private record Line(String text, long since) {}

    private final Map<Thread, Line> open = new ConcurrentHashMap<>();
    private final BiConsumer<Thread, String> sink;

    LineAssembler(BiConsumer<Thread, String> sink) {
        this.sink = sink;
    }

    void write(Thread writer, String text, long now) {
        int end = text.lastIndexOf('\n') + 1;
        if (end == text.length() && !open.containsKey(writer)) {
            sink.accept(writer, text);
            return;
        }
        open.compute(
                writer,
                (_, line) -> {
                    String before = line == null ? "" : line.text();
                    long since = line == null ? now : line.since();
                    if (end > 0) {
                        sink.accept(writer, before + text.substring(0, end));
                        return end == text.length() ? null : new Line(text.substring(end), now);
                    }
                    return new Line(before + text, since);
                });
    }

    /// Passes on what `writer` has begun.
    void release(Thread writer) {
        if (open.containsKey(writer)) {
            release(writer, Long.MIN_VALUE);
        }
    }

    /// Passes on beginnings that are as old as `before`, or older.
    void releaseOlder(long before) {
        open.forEach((writer, line) -> release(writer, before));
    }

    /// Passes on all beginnings.
    void releaseAll() {
        open.keySet().forEach(this::release);
    }

    private void release(Thread writer, long before) {
        open.computeIfPresent(
                writer,
                (_, line) -> {
                    if (before != Long.MIN_VALUE && line.since() - before > 0) {
                        return line;
                    }
                    sink.accept(writer, line.text());
                    return null;
                });
    }

    boolean isEmpty() {
        return open.isEmpty();
    }
}
