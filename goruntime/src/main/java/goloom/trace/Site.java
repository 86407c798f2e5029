package goloom.trace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of the learner's text: `unit` is the cell's number in a notebook, or an index into
/// [Trace#units()] otherwise. Packed into an int: 19 bits of unit, 13 bits of line; 0 is "unknown".
public record Site(int unit, int line) {
    private static final int LINE_BITS = 13;
    private static final Pattern CELL = Pattern.compile("cell \\[(\\d{1,6})]");

    /// No line is known.
    public static final int UNKNOWN = 0;

    /// Packs a line; a unit or line that does not fit gives [#UNKNOWN].
    public static int pack(int unit, int line) {
        if (line <= 0 || line >= 1 << LINE_BITS || unit < 0 || unit >= 1 << (32 - LINE_BITS)) {
            return UNKNOWN;
        }
        return unit << LINE_BITS | line;
    }

    /// The line of a stack frame: of the first that is in a cell, as [Trace#line] writes it;
    /// [#UNKNOWN] if none is.
    public static int of(List<StackTraceElement> frames) {
        for (StackTraceElement f : frames) {
            String file = f.getFileName();
            Matcher m = CELL.matcher(file == null ? "" : file);
            if (m.matches()) {
                return pack(Integer.parseInt(m.group(1)), f.getLineNumber());
            }
        }
        return UNKNOWN;
    }

    /// Unpacks a line.
    public static Site of(int packed) {
        return new Site(packed >>> LINE_BITS, packed & ((1 << LINE_BITS) - 1));
    }
}
