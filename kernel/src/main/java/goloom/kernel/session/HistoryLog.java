package goloom.kernel.session;

import goloom.kernel.log.Log;
import goloom.kernel.protocol.Reply.History.Entry;
import goloom.kernel.protocol.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The cells that ran, of this kernel and of those before it. Without a file, of this kernel alone.
/// Used by one thread.
final class HistoryLog {
    private final @Nullable HistoryFile file;
    private final List<Entry> own = new ArrayList<>(); // of this session
    private int session;
    private boolean writable;

    HistoryLog(@Nullable Path file) {
        this.file = file == null ? null : new HistoryFile(file);
    }

    /// Where history is kept: `GOLOOM_HISTORY`, or a file among the user's data. Null: nowhere,
    /// when that is empty or `off`.
    static @Nullable Path place() {
        String wanted = System.getenv("GOLOOM_HISTORY");
        if (wanted != null) {
            return wanted.isBlank() || wanted.equals("off") ? null : Path.of(wanted);
        }
        return UserData.directory().resolve("history.jsonl");
    }

    private void open() {
        if (session > 0) {
            return;
        }
        session = 1;
        if (file == null) {
            return;
        }
        try {
            session = file.begin();
            writable = true;
        } catch (IOException | RuntimeException e) {
            Log.note("history is kept in memory only", e);
        }
    }

    void add(int line, String source) {
        open();
        var e = new Entry(session, line, source, null);
        own.add(e);
        store(e);
    }

    void result(int line, String output) {
        open();
        for (int i = own.size() - 1; i >= 0; i--) {
            Entry e = own.get(i);
            if (e.line() == line) {
                own.set(i, new Entry(session, line, e.source(), output));
                store(own.get(i));
                return;
            }
        }
    }

    private void store(Entry e) {
        if (file == null || !writable) {
            return;
        }
        try {
            file.append(e);
        } catch (IOException ex) {
            Log.note("history", ex);
        }
    }

    List<Entry> find(Request.History query) {
        List<Entry> entries = all();
        return switch (query) {
            case Request.HistoryTail t -> last(entries, t.n());
            case Request.HistoryRange r -> range(entries, r);
            case Request.HistorySearch s -> search(entries, s);
        };
    }

    private List<Entry> all() {
        open();
        if (file != null && writable) {
            try {
                return file.entries();
            } catch (IOException e) {
                Log.note("history", e);
            }
        }
        return own;
    }

    private List<Entry> range(List<Entry> entries, Request.HistoryRange r) {
        int wanted = r.session() <= 0 ? session + r.session() : r.session();
        Integer stop = r.stop();
        return entries.stream()
                .filter(e -> e.session() == wanted && e.line() >= r.start())
                .filter(e -> stop == null || e.line() < stop)
                .toList();
    }

    private static List<Entry> search(List<Entry> entries, Request.HistorySearch s) {
        Pattern pattern = glob(s.pattern());
        List<Entry> found =
                entries.stream().filter(e -> pattern.matcher(e.source()).matches()).toList();
        if (s.unique()) {
            var latest = new LinkedHashMap<String, Entry>();
            for (Entry e : found) {
                latest.remove(e.source());
                latest.put(e.source(), e);
            }
            found = List.copyOf(latest.values());
        }
        Integer n = s.n();
        return n == null ? found : last(found, n);
    }

    private static List<Entry> last(List<Entry> all, int n) {
        return List.copyOf(all.subList(Math.max(0, all.size() - Math.max(0, n)), all.size()));
    }

    /// `*` is any text, `?` any character.
    private static Pattern glob(String glob) {
        String regex =
                glob.codePoints()
                        .mapToObj(Character::toString)
                        .map(c -> c.equals("*") ? ".*" : c.equals("?") ? "." : Pattern.quote(c))
                        .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
