package goloom.timeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * Takes comments, needless spaces and semicolons out of a script; const becomes let. What is quoted stays as it
 * is; a regular expression must hold neither spaces nor quotes. A line break stays where it might end a
 * statement.
 */
final class Shrink {
    private static final Pattern QUOTED_OR_SPACE =
            Pattern.compile(
                    "('(?:\\\\.|[^'\\\\])*'|\"[^\"]*\"|`[^`]*`|\\bconst\\b)|(?:\\s|//[^\\n]*\\n)+");

    private Shrink() {}

    static String script(String js) {
        StringBuilder out = new StringBuilder(js.length());
        Matcher m = QUOTED_OR_SPACE.matcher(js);
        int at = 0;
        while (m.find()) {
            out.append(js, at, m.start());
            at = m.end();
            if (m.group(1) != null) {
                out.append(m.group().equals("const") ? "let" : m.group());
            } else if (!out.isEmpty() && at < js.length()) {
                char before = out.charAt(out.length() - 1);
                if (js.charAt(at) == '}' && ";,".indexOf(before) >= 0) {
                    out.setLength(out.length() - 1);
                } else {
                    out.append(space(m.group(), before, js.charAt(at)));
                }
            }
        }
        return out.append(js, at, js.length()).toString();
    }

    /// What is left of a space between these two.
    private static String space(String s, char before, char after) {
        if (s.contains("\n") && ";{,([".indexOf(before) < 0 && "})]".indexOf(after) < 0) {
            return "\n";
        }
        boolean oneWord = isWord(before) && isWord(after);
        return oneWord || before == after && "+-".indexOf(before) >= 0 ? " " : "";
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
