package goloom.kernel.java;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The texts of the cells that have run, for excerpts in errors and pictures; and of the files that
/// cells have loaded, which have numbers above those of cells.
final class Sources {
    private static final int FIRST_FILE = 100_000;

    private static final Pattern FILE = Pattern.compile("cell \\[(\\d+)]");

    private static final Pattern UNSAFE = Pattern.compile("[\"'\\\\<>&\\p{Cntrl}]");

    private final Map<Integer, String> texts = new ConcurrentHashMap<>();
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final Map<Integer, String> names = new ConcurrentHashMap<>(); // of files

    void put(int cell, String text) {
        String same = known.putIfAbsent(text, text); // a cell that is run again is kept once
        texts.put(cell, same == null ? text : same);
    }

    /// Gives a file a number, as if it were a cell.
    synchronized int file(String name, String text) {
        int number = FIRST_FILE + names.size();
        names.put(number, name);
        put(number, text);
        return number;
    }

    /// A text that mentions cells, with the names of files in it.
    String named(String text) {
        return named(text, name -> name);
    }

    /// The same for a picture, where a name may stand in HTML and in a script.
    String namedInPicture(String text) {
        return named(text, name -> UNSAFE.matcher(name).replaceAll("_"));
    }

    private String named(String text, UnaryOperator<String> form) {
        if (names.isEmpty()) {
            return text;
        }
        return FILE.matcher(text)
                .replaceAll(m -> {
                    String name = names.get(Integer.parseInt(m.group(1)));
                    return Matcher.quoteReplacement(name == null ? m.group() : form.apply(name));
                });
    }

    Map<Integer, String> all() {
        return Map.copyOf(texts);
    }

    /// A line, from 1, of a cell; null if there is no such line.
    @Nullable String line(int cell, int line) {
        String text = texts.get(cell);
        if (text == null) {
            return null;
        }
        String[] lines = text.split("\n", -1);
        return line >= 1 && line <= lines.length ? lines[line - 1] : null;
    }

    /// The file name that stack traces show for a cell.
    static String file(int cell) {
        return "cell [" + cell + "]";
    }

    /// The cell of a file name made by [#file]; 0: it is none.
    static int cellOf(@Nullable String file) {
        Matcher m = FILE.matcher(file == null ? "" : file);
        return m.matches() ? Integer.parseInt(m.group(1)) : 0;
    }
}
