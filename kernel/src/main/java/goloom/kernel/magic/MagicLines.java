package goloom.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the magics of a cell. Their lines are blank in the code that is left, so that line numbers
/// stay.
///
/// A line magic is a line that begins with `%name` where a statement could begin: not inside a
/// comment, a text block or an expression that goes on (`a\n% b` is a remainder), unless it is a
/// magic that exists and stands at the very beginning of its line. Code in its arguments stays, at
/// its line and column.
///
/// `!command` likewise, unless it is the negation of something that the cells have declared.
///
/// @param magics in the order of the text
/// @param code the cell without them
public record MagicLines(List<Found> magics, String code) {
    private static final Pattern LINE = Pattern.compile("\\s*(%%?)([A-Za-z]\\w*)(?:\\s(.*))?");

    private static final Pattern COMMAND = Pattern.compile("\\s*!\\s*([^!=(\\s].*)");
    private static final Pattern FIRST_NAME = Pattern.compile("\\w+");

    /// One magic.
    public record Found(String name, String arguments, boolean cell, int line, boolean hasCode) {}

    /// Splits a cell.
    ///
    /// @param isDeclared whether cells before this one have declared a name
    public static MagicLines of(String cell, Magics magics, Predicate<String> isDeclared) {
        List<Found> found = new ArrayList<>();
        StringBuilder code = new StringBuilder();
        Scan scan = new Scan();
        String[] lines = cell.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            Matcher m = LINE.matcher(line);
            Matcher command = COMMAND.matcher(line);
            if (m.matches()
                    && scan.magicMayStand(line.startsWith("%") && magics.exists(m.group(2)))) {
                boolean whole = m.group(1).equals("%%");
                String arguments = m.group(3) == null ? "" : m.group(3).strip();
                int at = whole || arguments.isEmpty() ? -1 : magics.codeAt(m.group(2), arguments);
                boolean hasCode = at >= 0 && at < arguments.length();
                found.add(new Found(m.group(2), arguments, whole, i + 1, hasCode));
                if (hasCode) {
                    int column = line.indexOf(arguments, m.end(2)) + at;
                    String rest = " ".repeat(column) + arguments.substring(at);
                    scan.read(rest);
                    code.append(rest);
                }
            } else if (command.matches()
                    && scan.magicMayStand(false)
                    && !isNegation(command.group(1), code, isDeclared)) {
                found.add(new Found("!", command.group(1), false, i + 1, false));
            } else {
                scan.read(line);
                code.append(line);
            }
            if (i < lines.length - 1) {
                code.append('\n');
            }
        }
        return new MagicLines(List.copyOf(found), code.toString());
    }

    private static boolean isNegation(
            String text, CharSequence before, Predicate<String> isDeclared) {
        Matcher m = FIRST_NAME.matcher(text);
        if (!m.lookingAt()) {
            return false;
        }
        String name = m.group();
        return isDeclared.test(name)
                || name.equals("true")
                || name.equals("false")
                || Pattern.compile("\\b" + name + "\\b").matcher(before).find();
    }

    /// Reads Java text just well enough to know where statements end.
    private static final class Scan {
        private boolean inComment;
        private boolean inTextBlock;
        private char last = ';'; // the last character of code

        boolean magicMayStand(boolean certain) {
            return !inComment && !inTextBlock && (certain || last == ';' || last == '}');
        }

        void read(String line) {
            int n = line.length();
            for (int i = 0; i < n; i++) {
                char c = line.charAt(i);
                if (inComment) {
                    if (line.startsWith("*/", i)) {
                        inComment = false;
                        i++;
                    }
                } else if (inTextBlock) {
                    if (c == '\\') {
                        i++;
                    } else if (line.startsWith("\"\"\"", i)) {
                        inTextBlock = false;
                        last = '"';
                        i += 2;
                    }
                } else if (line.startsWith("//", i)) {
                    return;
                } else if (line.startsWith("/*", i)) {
                    inComment = true;
                    i++;
                } else if (line.startsWith("\"\"\"", i)) {
                    inTextBlock = true;
                    i += 2;
                } else if (c == '"' || c == '\'') {
                    i = skipQuoted(line, i);
                    last = c;
                } else if (!Character.isWhitespace(c)) {
                    last = c;
                }
            }
        }

        private static int skipQuoted(String line, int from) {
            char quote = line.charAt(from);
            for (int i = from + 1; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    return i;
                }
            }
            return line.length();
        }
    }
}
