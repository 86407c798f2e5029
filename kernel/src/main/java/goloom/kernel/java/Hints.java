package goloom.kernel.java;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What to write instead: for what learners of goroutines trip over, for Go's syntax, and for names
/// that do not exist.
final class Hints {
    private static final Pattern SYMBOL =
            Pattern.compile(
                    "(?s)cannot find symbol.*?symbol:\\s+(variable|method|class)\\s+(\\w+).*");
    private static final Pattern LOCATION =
            Pattern.compile(
                    "(?s).*location:\\s+(?:variable \\w+ of type|class|interface)\\s+([\\w.]+).*");
    private static final Pattern NEW_CHAN = Pattern.compile("new\\s+Chan\\s*<");
    private static final Pattern CHAN_OF = Pattern.compile("Chan\\s*<\\s*(\\w+)");
    private static final Pattern QUALIFIED = Pattern.compile(".*\\.\\s*");

    private final NearNames names;

    Hints(NearNames names) {
        this.names = names;
    }

    /// A sentence, or null.
    ///
    /// @param cell the text of the cell
    @Nullable String of(String cell, CompileProblem p) {
        String line = cell.lines().skip(p.line() - 1L).findFirst().orElse("");
        String message = p.message();
        if (message.contains("effectively final")) {
            return captured(cell, word(cell, p.start()));
        }
        if (message.contains("sealed class must have subclasses")) {
            return "declare its subtypes in the same cell, or name them: permits A, B";
        }
        if (NEW_CHAN.matcher(line).find()) {
            Matcher of = CHAN_OF.matcher(line);
            String type = (of.find() ? of.group(1) : "Integer") + ".class";
            return "a channel is made with chan("
                    + type
                    + "), or with room for 3 values: chan("
                    + type
                    + ", 3)";
        }
        String java = GoForms.inJava(line);
        if (java != null) {
            return "this looks like Go; in a cell write: " + java;
        }
        if (line.strip().startsWith("()") && line.contains("->")) {
            String lambda = line.strip().replaceFirst(";$", "");
            return "a lambda alone does nothing; as a goroutine it is: go(" + lambda + ");";
        }
        Matcher symbol = SYMBOL.matcher(message);
        return symbol.matches() ? symbol(cell, p, symbol.group(1), symbol.group(2)) : null;
    }

    private static String captured(String cell, String name) {
        Pattern loop =
                Pattern.compile(
                        "for\\s*\\(\\s*\\w+\\s+(\\w+)\\s*=\\s*([^;]+);\\s*\\w+\\s*<\\s*([^;]+);[^)]*\\)");
        Matcher m = loop.matcher(cell);
        while (m.find()) {
            if (m.group(1).equals(name) && m.group(2).strip().equals("0")) {
                String range = m.group(3).strip();
                return "each round needs its own "
                        + name
                        + ", as in Go: for (int "
                        + name
                        + " : range("
                        + range
                        + "))";
            }
        }
        return "a lambda can use only local variables that never change; make a copy before it: var "
                + name
                + "2 = "
                + name
                + ";";
    }

    private @Nullable String symbol(String cell, CompileProblem p, String kind, String name) {
        String before = cell.substring(cell.lastIndexOf('\n', p.start() - 1) + 1, p.start());
        boolean ofObject = QUALIFIED.matcher(before).matches() || cell.startsWith(".", p.start());
        String near =
                switch (kind) {
                    case "variable" -> names.variable(name);
                    case "class" -> names.type(name);
                    default -> {
                        Matcher at = LOCATION.matcher(p.message());
                        yield ofObject && at.matches()
                                ? names.methodOf(at.group(1), name)
                                : names.method(name);
                    }
                };
        if (!kind.equals("method") && Character.isUpperCase(name.charAt(0))) {
            List<String> found = names.imports(name);
            if (!found.isEmpty()) {
                return "import it: import " + found.getFirst() + ";";
            }
            near = near == null ? names.type(name) : near;
        }
        return near == null ? null : "did you mean " + near + "?";
    }

    private static String word(String text, int at) {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }
}
