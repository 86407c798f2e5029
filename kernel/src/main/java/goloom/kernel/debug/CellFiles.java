package goloom.kernel.debug;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that a front end and the kernel give to the code of a cell, each for itself: a prefix,
/// a hash of the code, a suffix. They look like files; there are none, the kernel has the texts.
final class CellFiles {
    static final String METHOD = "Murmur2";
    static final int SEED = 0x601008;
    static final String SUFFIX = ".java";

    private static final int MOST = 1000;

    private final String prefix = "goloom_" + ProcessHandle.current().pid() + "/";
    private final Map<String, String> dumped =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST;
                }
            };

    String prefix() {
        return prefix;
    }

    /// The name of a code.
    String path(String code) {
        return prefix + Murmur2.of(code, SEED) + SUFFIX;
    }

    /// Takes a code that has not run, and gives its name.
    String dump(String code) {
        String path = path(code);
        dumped.put(path, code);
        return path;
    }

    /// The code of a name; null: it is not known.
    @Nullable String text(String path, Iterable<String> cells) {
        String text = dumped.get(path);
        if (text != null) {
            return text;
        }
        for (String cell : cells) {
            if (path(cell).equals(path)) {
                return cell;
            }
        }
        return null;
    }
}
