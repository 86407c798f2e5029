package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.Json;
import goloom.kernel.protocol.MalformedMessage;
import goloom.kernel.protocol.Reply.History.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// History on disk: a line of JSON for every cell, one for every result, and one for the beginning
/// of every session. Kernels that run at the same time append to the same file; a line that cannot
/// be read is skipped. When the file is too long, its older half goes.
///
/// To begin a session reads no more than the lines after the last beginning: sessions count
/// upwards, so that one has the highest number. The rest is read when somebody asks for it, each
/// line once.
final class HistoryFile {
    private static final long LONGEST = 8L << 20;
    private static final int KEPT = 5_000;
    private static final int TAIL = 1 << 14;
    private static final Pattern BEGINNING = Pattern.compile("\\{\"session\":(\\d{1,9})}");

    private final Path file;
    private final Map<List<Integer>, Entry> entries = new LinkedHashMap<>(); // by session and line
    private long read; // bytes of the file that are in entries

    HistoryFile(Path file) {
        this.file = file;
    }

    /// Begins a session and returns its number.
    int begin() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            int session = 1 + lastSession(channel);
            if (channel.size() > LONGEST) {
                shorten(channel);
            }
            write(channel, Map.of("session", session));
            return session;
        }
    }

    private static int lastSession(FileChannel channel) throws IOException {
        for (long length = TAIL; ; length *= 2) {
            long from = Math.max(0, channel.size() - length);
            String[] lines = new String(bytes(channel, from), StandardCharsets.UTF_8).split("\n");
            for (int i = lines.length - 1; i >= 0; i--) {
                Matcher m = BEGINNING.matcher(lines[i]);
                if (m.matches()) {
                    return Integer.parseInt(m.group(1));
                }
            }
            if (from == 0) {
                return 0;
            }
        }
    }

    private void shorten(FileChannel channel) throws IOException {
        readNew(channel);
        List<Entry> all = List.copyOf(entries.values());
        channel.truncate(0);
        for (Entry e : all.subList(Math.max(0, all.size() - KEPT), all.size())) {
            write(channel, row(e));
        }
    }

    /// The cells of all sessions, as far as they are in the file.
    List<Entry> entries() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock _ = channel.lock(0, Long.MAX_VALUE, true)) {
            readNew(channel);
            return List.copyOf(entries.values());
        }
    }

    private void readNew(FileChannel channel) throws IOException {
        if (channel.size() < read) { // another kernel has shortened it
            entries.clear();
            read = 0;
        }
        byte[] bytes = bytes(channel, read);
        read += bytes.length;
        for (int at = 0; at < bytes.length; ) {
            int end = at;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            try {
                add(Json.object(Arrays.copyOfRange(bytes, at, end)));
            } catch (MalformedMessage e) {
                Log.note("history", e);
            }
            at = end + 1;
        }
    }

    /// A cell is written before it runs, and once more if it has a result.
    private void add(Map<String, @Nullable Object> row) {
        if (row.get("source") instanceof String source) {
            String output = row.get("output") instanceof String s ? s : null;
            var e = new Entry(number(row, "session"), number(row, "line"), source, output);
            entries.put(List.of(e.session(), e.line()), e);
        }
    }

    private static byte[] bytes(FileChannel channel, long from) throws IOException {
        var bytes = ByteBuffer.allocate((int) (channel.size() - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // goes on reading
        }
        return bytes.array();
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

    private static int number(Map<String, @Nullable Object> row, String name) {
        return row.get(name) instanceof Number n ? n.intValue() : 0;
    }
}
