package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.Json;
import goloom.kernel.protocol.MalformedMessage;
import goloom.kernel.protocol.Reply.History.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// History on disk: a line of JSON for every cell, one for every result, and one for the beginning
/// of every session. Kernels that run at the same time append to the same file; a line that cannot
/// be read is skipped. When the file is too long, its older half goes.
final class HistoryFile {
    private static final long LONGEST = 8L << 20;
    private static final int KEPT = 5_000;

    private final Path file;

    HistoryFile(Path file) {
        this.file = file;
    }

    /// What the file held when a session began, and the number of that session.
    record Opened(List<Entry> entries, int session) {}

    Opened open() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            byte[] bytes = new byte[(int) Math.min(channel.size(), 4 * LONGEST)];
            channel.read(ByteBuffer.wrap(bytes), channel.size() - bytes.length);
            var rows = rows(bytes);
            int session = 1 + lastSession(rows);
            List<Entry> entries = entries(rows);
            if (bytes.length > LONGEST) {
                channel.truncate(0);
                for (Entry e :
                        entries.subList(Math.max(0, entries.size() - KEPT), entries.size())) {
                    write(channel, row(e));
                }
            }
            write(channel, Map.of("session", session));
            return new Opened(entries, session);
        }
    }

    void append(Entry e) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            write(channel, row(e));
        }
    }

    private static void write(FileChannel channel, Map<String, ?> row) throws IOException {
        byte[] json = Json.write(row);
        var line = ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        while (line.hasRemaining()) {
            channel.write(line, channel.size());
        }
    }

    private static Map<String, Object> row(Entry e) {
        var row = new LinkedHashMap<String, Object>();
        row.put("session", e.session());
        row.put("line", e.line());
        row.put("source", e.source());
        if (e.output() != null) {
            row.put("output", e.output());
        }
        return row;
    }

    private static List<Map<String, @Nullable Object>> rows(byte[] bytes) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (int at = 0; at < bytes.length; ) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            try {
                rows.add(Json.object(Arrays.copyOfRange(bytes, at, end)));
            } catch (MalformedMessage e) {
                Log.note("history", e);
            }
            at = end + 1;
        }
        return rows;
    }

    private static int lastSession(List<Map<String, @Nullable Object>> rows) {
        int last = 0;
        for (Map<String, @Nullable Object> row : rows) {
            last = Math.max(last, number(row, "session"));
        }
        return last;
    }

    /// A cell is written before it runs, and once more if it has a result.
    private static List<Entry> entries(List<Map<String, @Nullable Object>> rows) {
        var entries = new LinkedHashMap<List<Integer>, Entry>();
        for (Map<String, @Nullable Object> row : rows) {
            if (row.get("source") instanceof String source) {
                String output = row.get("output") instanceof String s ? s : null;
                var e = new Entry(number(row, "session"), number(row, "line"), source, output);
                entries.put(List.of(e.session(), e.line()), e);
            }
        }
        return new ArrayList<>(entries.values());
    }

    private static int number(Map<String, @Nullable Object> row, String name) {
        return row.get(name) instanceof Number n ? n.intValue() : 0;
    }
}
