package goloom.timeline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/*
 * Takes comments, needless spaces and semicolons out of a script; const becomes let. What is quoted stays as it
 * is; a regular expression must hold neither spaces nor quotes. A line break stays where it might end a
 * statement, and a lone parameter loses its brackets. Names of properties that come often get a variable each: a.length becomes a[A].
 * Variables with long names get short ones, unless the same word is the name of a property too.
 */
final class Shrink {
    private static final Pattern QUOTED_OR_SPACE =
            Pattern.compile(
                    "('(?:\\\\.|[^'\\\\])*'|\"[^\"]*\"|`[^`]*`|\\bconst\\b)|(?:\\s|//[^\\n]*\\n)+");

    private static final Pattern PROPERTY =
            Pattern.compile(
                    "'(?:\\\\.|[^'\\\\])*'|\"[^\"]*\"|`[^`]*`|(?<![.\\w])[A-Z]\\b"
                            + "|(?<=[\\w)\\]])(\\?)?\\.([a-zA-Z]\\w+)");

    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w$])\\((\\w+)\\)(?==>)");

    private static final Pattern DECLARED =
            Pattern.compile(
                    "(?:(?:\\blet |,)(?<name>[a-z]\\w{2,})(?==[^=])"
                            + "|\\bfunction (?<function>[a-z]\\w{2,}))");

    private static final Pattern QUOTED_OR_WORD =
            Pattern.compile(
                    "'(?:\\\\.|[^'\\\\])*'|\"[^\"]*\"|`[^`]*`"
                            + "|(?<property>(?<=\\w\\.|[)\\]]\\.|\\?\\.)\\w+|\\w+(?=:)|(?<=[{,])\\w+(?=[,}]))"
                            + "|(?<word>\\w+)");

    private Shrink() {}

    static String script(String js) {
        return shortProperties(shortVariables(PARAMETER.matcher(spaceless(js)).replaceAll("$1")));
    }

    private static String shortVariables(String js) {
        Set<String> declared = new TreeSet<>();
        DECLARED.matcher(js)
                .results()
                .map(r -> r.group("name") == null ? r.group("function") : r.group("name"))
                .forEach(declared::add);
        QUOTED_OR_WORD
                .matcher(js)
                .results()
                .filter(r -> r.group("property") != null)
                .forEach(r -> declared.remove(r.group("property")));
        Map<String, String> names = new TreeMap<>();
        declared.forEach(d -> names.put(d, "$" + Integer.toString(names.size(), 36)));
        return QUOTED_OR_WORD
                .matcher(js)
                .replaceAll(r -> {
                    String w = r.group("word");
                    return Matcher.quoteReplacement(
                            w == null ? r.group() : names.getOrDefault(w, w));
                });
    }

    private static String shortProperties(String js) {
        Map<String, Integer> count = new TreeMap<>();
        Set<String> taken = new TreeSet<>();
        PROPERTY.matcher(js)
                .results()
                .forEach(r -> {
                    if (r.group(2) != null) {
                        count.merge(r.group(2), 1, Integer::sum);
                    } else {
                        taken.add(r.group());
                    }
                });
        Map<String, String> variables = new LinkedHashMap<>();
        char next = 'A';
        for (String name : byGain(count)) {
            while (taken.contains("" + next)) {
                next++;
            }
            if (next <= 'Z') {
                variables.put(name, "" + next++);
            }
        }
        String body =
                PROPERTY.matcher(js)
                        .replaceAll(r -> {
                            String v = r.group(2) == null ? null : variables.get(r.group(2));
                            String s = v == null ? r.group() : "[" + v + "]";
                            boolean maybe = v != null && r.group(1) != null;
                            return Matcher.quoteReplacement(maybe ? "?." + s : s);
                        });
        StringBuilder out = new StringBuilder();
        variables.forEach((name, v) ->
                out.append(out.isEmpty() ? "let " : ",")
                        .append(v)
                        .append("='")
                        .append(name)
                        .append('\''));
        return out.isEmpty() ? body : out.append(';').append(body).toString();
    }

    /// Those that save letters, the most first.
    private static List<String> byGain(Map<String, Integer> count) {
        return count.keySet().stream()
                .filter(n -> gain(n, count) > 0)
                .sorted(Comparator.comparingInt(n -> -gain(n, count)))
                .toList();
    }

    private static int gain(String name, Map<String, Integer> count) {
        return count.getOrDefault(name, 0) * (name.length() - 2) - name.length() - 5;
    }

    private static String spaceless(String js) {
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
