package goloom.kernel.java;

import goloom.kernel.magic.Magic;
import goloom.kernel.magic.MagicLines;
import goloom.kernel.magic.Magics;
import goloom.kernel.session.Completion;
import goloom.kernel.session.Completion.Match;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/// Completion: magics and their arguments at the start of a line, Java everywhere else.
final class Completions {
    private static final Pattern MAGIC = Pattern.compile("(%%?)(\\w*)");
    private static final Pattern ARGUMENT = Pattern.compile("%%?(\\w+)\\s+(\\S*)");

    private Completions() {}

    static Completion of(SourceCodeAnalysis analysis, Magics magics, String code, int cursor) {
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        String line = code.substring(lineStart, cursor);
        Matcher magic = MAGIC.matcher(line);
        if (magic.matches()) {
            return magics(magics, magic.group(1), magic.group(2), lineStart, cursor);
        }
        Matcher argument = ARGUMENT.matcher(line);
        if (argument.matches()
                && magics.exists(argument.group(1))
                && magics.codeAt(argument.group(1), argument.group(2)) < 0) {
            return arguments(magics, argument.group(1), argument.group(2), cursor);
        }
        // Magics are blank in the code that remains; positions stay.
        String java = MagicLines.of(code.substring(0, cursor), magics, _ -> true).code();
        return java.length() == cursor
                ? java(analysis, java, cursor)
                : java(analysis, code, cursor);
    }

    private static Completion magics(
            Magics magics, String percent, String prefix, int start, int cursor) {
        List<Match> matches = new ArrayList<>();
        for (Magic m : magics.all()) {
            if (m.name().startsWith(prefix) && !m.usage().startsWith("!")) {
                matches.add(new Match(percent + m.name(), "magic", m.summary()));
            }
        }
        return new Completion(matches, start, cursor);
    }

    private static Completion arguments(Magics magics, String name, String prefix, int cursor) {
        List<Match> matches = new ArrayList<>();
        for (Magic m : magics.all()) {
            if (m.name().equals(name)) {
                m.completions(prefix).stream()
                        .filter(c -> c.startsWith(prefix))
                        .forEach(c -> matches.add(new Match(c, "keyword", null)));
            }
        }
        return new Completion(matches, cursor - prefix.length(), cursor);
    }

    private static Completion java(SourceCodeAnalysis analysis, String code, int cursor) {
        // JShell completes one snippet: the one with the cursor, after those before it.
        int start = 0;
        for (Piece p : CellSplitter.split(analysis, code.substring(0, cursor))) {
            start = p.offset();
        }
        int[] anchor = {-1};
        List<Suggestion> suggestions =
                analysis.completionSuggestions(code.substring(start), cursor - start, anchor);
        Set<String> seen = new LinkedHashSet<>();
        List<Match> first = new ArrayList<>();
        List<Match> rest = new ArrayList<>();
        for (Suggestion s : suggestions) {
            String text = s.continuation();
            if (seen.add(text)) {
                Match m = new Match(text, kind(text), null);
                (s.matchesType() ? first : rest).add(m);
            }
        }
        first.addAll(rest);
        int from = anchor[0] < 0 ? cursor : start + anchor[0];
        return new Completion(first, from, cursor);
    }

    private static String kind(String text) {
        if (text.endsWith("(") || text.endsWith(")")) {
            return "function";
        }
        return Character.isUpperCase(text.charAt(0)) ? "class" : "instance";
    }
}
