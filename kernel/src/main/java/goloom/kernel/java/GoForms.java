package goloom.kernel.java;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Go's syntax, typed into a Java cell by habit: what to write instead. Looks at one line that does
/// not compile.
final class GoForms {
    private static final String NAME = "([\\w.]+)";

    /// A way to write something in Go.
    private record Form(Pattern go, Function<MatchResult, @Nullable String> java) {}

    private static final Map<String, String> TYPES =
            Map.of(
                    "string", "String",
                    "bool", "boolean",
                    "float64", "double",
                    "float32", "float",
                    "int64", "long",
                    "int32", "int",
                    "rune", "int",
                    "error", "Exception",
                    "any", "Object");
    private static final Map<String, String> BOXES =
            Map.of("int", "Integer", "boolean", "Boolean", "double", "Double", "long", "Long");
    private static final Map<String, String> MAKERS =
            Map.of(
                    "WaitGroup", "new WaitGroup()",
                    "Mutex", "new Mutex()",
                    "RWMutex", "new RWMutex()",
                    "Once", "new Once()");

    /// The first that fits is taken.
    private static final List<Form> FORMS =
            List.of(
                    form("func main\\(\\)\\s*\\{?.*", m -> "%%main in the first line of the cell"),
                    form("func (\\w+)\\(([^)]*)\\)\\s*([^{]*)\\{(.*)", GoForms::function),
                    form("go func\\(\\)\\s*\\{(.*?)(\\}\\(\\))?", m -> goBlock(m.group(1))),
                    form("go ([^(].*)", m -> "go(() -> " + value(m.group(1)) + ");"),
                    form("defer ([^(].*)", GoForms::defer),
                    form(
                            "for (\\w+) := range ([^{]+?)\\s*(?:\\{.*)?",
                            m -> range(m.group(1), m.group(2))),
                    form(
                            "for _, (\\w+) := range ([^{]+?)\\s*(?:\\{.*)?",
                            m -> each(m.group(1), m.group(2))),
                    form("for (\\w+) := ([^;]+;[^;]+;[^{]+?)\\s*(?:\\{.*)?", GoForms::count),
                    form("for range ([^{]+?)\\s*(?:\\{.*)?", m -> range("_", m.group(1))),
                    form("for\\s*\\{.*", m -> "while (true) {"),
                    form("for ([^(;]+?)\\s*\\{", m -> "while (" + value(m.group(1)) + ") {"),
                    form("if ([^(].*?)\\s*\\{(.*)", m -> "if (" + value(m.group(1)) + ") {"),
                    form(
                            "switch ([^(].*?)\\s*\\{(.*)",
                            m -> "switch (" + value(m.group(1)) + ") {"),
                    form(
                            "select\\s*\\{.*",
                            m -> "select(onRecv(ch, v -> ...), onDefault(() -> ...));"),
                    form("case (\\w+) := <-" + NAME + ":.*", GoForms::onRecv),
                    form("case <-" + NAME + ":.*", m -> "onRecv(" + m.group(1) + ", v -> ...)"),
                    form("(\\w+), (\\w+) :?= <-" + NAME, GoForms::recvOk),
                    form("(\\w+), (\\w+) :?= (context\\.With.+)", GoForms::context),
                    form("type (\\w+) struct\\s*\\{([^}]*)\\}?", GoForms::struct),
                    form("type (\\w+) interface\\s*\\{.*", m -> "interface " + m.group(1) + " {"),
                    form("(?:var )?(\\w+) :?= (.+)", GoForms::assignment),
                    form("var (\\w+) sync\\.(\\w+)", m -> declared(m.group(1), m.group(2))),
                    form("var (\\w+) ([\\w\\[\\]. ]+?)\\s*=\\s*(.+)", GoForms::typed),
                    form(
                            "var (\\w+) ([\\w\\[\\]]+|chan \\w+)",
                            m -> type(m.group(2)) + " " + m.group(1) + ";"),
                    form(NAME + " <- (.+)", m -> m.group(1) + ".send(" + value(m.group(2)) + ");"),
                    form("<-\\s*(.+)", m -> value("<-" + m.group(1)) + ";"),
                    form(
                            "import\\s*(?:\\(|(?:\\w+ )?\").*",
                            m -> "nothing: what Go's packages have is there already"),
                    form("package \\w+", m -> "nothing: a cell has no package"),
                    form(
                            "(.*(?:\\bmake\\(|\\b(?:fmt|time|context|errors|runtime)\\.|<-|\\bnil\\b).*)",
                            GoForms::inside));

    private static final Pattern LITERAL = Pattern.compile("\\[\\](\\w+)\\{([^}]*)\\}");
    private static final Pattern MAP =
            Pattern.compile("(?:\\bmake\\()?\\bmap\\[(\\w+)\\](\\w+)(?:\\{\\s*\\}|\\))");
    private static final Map<String, String> CALLS =
            Map.of(
                    "context.Background(", "Context.background(",
                    "errors.New(", "new Exception(",
                    "runtime.GOMAXPROCS(", "gomaxprocs(",
                    "runtime.Gosched(", "gosched(",
                    "runtime.Goexit(", "goexit(",
                    "runtime.NumGoroutine(", "numGoroutine(",
                    "runtime.NumCPU(", "numCPU(",
                    "runtime.LockOSThread(", "lockOSThread(",
                    "runtime.UnlockOSThread(", "unlockOSThread(");
    private static final Pattern CALL =
            Pattern.compile(
                    CALLS.keySet().stream()
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|", "\\b(?:", ")")));

    private GoForms() {}

    private static Form form(String go, Function<MatchResult, @Nullable String> java) {
        String operators = go.replaceAll(" (:=|:\\?=|=|<-) ", "\\\\s*$1\\\\s*");
        return new Form(Pattern.compile(operators.replace(" ", "\\s+")), java);
    }

    /// What to write instead of a line of Go; null if it is none.
    static @Nullable String inJava(String line) {
        String go = line.replaceFirst("//.*", "").strip().replaceFirst(";$", "").strip();
        for (Form f : FORMS) {
            Matcher m = f.go().matcher(go);
            if (m.matches()) {
                String java = f.java().apply(m);
                return java == null || java.equals(go + ";") ? null : java;
            }
        }
        return null;
    }

    // ---- statements

    private static String goBlock(String body) {
        String code = body.isBlank() ? "..." : value(body) + ";";
        return "go(() -> { " + code + " });";
    }

    private static String defer(MatchResult m) {
        return "try (var _ = defer(() -> " + value(m.group(1)) + ")) { ... }";
    }

    private static String range(String name, String over) {
        String v = value(over);
        return v.matches("\\d+") || v.matches("[nN]|num\\w*|count|len\\(.*\\)")
                ? "for (int " + name + " : range(" + v + ")) {"
                : each(name, over);
    }

    private static String each(String name, String over) {
        return "for (var " + name + " : " + value(over) + ") {";
    }

    /// Each round has its own variable in Go, so the form that has one here, where there is one.
    private static String count(MatchResult m) {
        String i = Pattern.quote(m.group(1));
        Matcher all =
                Pattern.compile("0;\\s*" + i + "\\s*<\\s*(\\w+);\\s*" + i + "\\+\\+")
                        .matcher(m.group(2));
        if (all.matches()) {
            return "for (int " + m.group(1) + " : range(" + all.group(1) + ")) {";
        }
        return "for (int " + m.group(1) + " = " + m.group(2) + ") {";
    }

    private static String onRecv(MatchResult m) {
        return "onRecv(" + m.group(2) + ", " + m.group(1) + " -> ...)";
    }

    private static String recvOk(MatchResult m) {
        return "var r = " + m.group(3) + ".recvOk(); with r.value() and r.ok()";
    }

    private static String context(MatchResult m) {
        String name = m.group(1);
        return "var " + name + " = " + value(m.group(3)) + "; with " + name + ".cancel()";
    }

    private static String struct(MatchResult m) {
        String fields =
                Stream.of(m.group(2).split("[;\\n]"))
                        .map(String::strip)
                        .filter(f -> f.contains(" "))
                        .map(GoForms::parameter)
                        .collect(Collectors.joining(", "));
        return "record " + m.group(1) + "(" + (fields.isEmpty() ? "..." : fields) + ") {}";
    }

    private static @Nullable String assignment(MatchResult m) {
        String v = value(m.group(2));
        boolean declares = m.group().contains(":=") || m.group().startsWith("var ");
        if (!declares && v.equals(m.group(2))) {
            return null;
        }
        return (declares ? "var " : "") + m.group(1) + " = " + v + ";";
    }

    private static String declared(String name, String type) {
        return "var " + name + " = " + MAKERS.getOrDefault(type, "new " + type + "()") + ";";
    }

    private static String typed(MatchResult m) {
        return type(m.group(2)) + " " + m.group(1) + " = " + value(m.group(3)) + ";";
    }

    private static String function(MatchResult m) {
        String parameters =
                Stream.of(m.group(2).split(","))
                        .map(String::strip)
                        .filter(p -> !p.isEmpty())
                        .map(GoForms::parameter)
                        .collect(Collectors.joining(", "));
        String result = m.group(3).isBlank() ? "void" : type(m.group(3).strip());
        return result + " " + m.group(1) + "(" + parameters + ") {";
    }

    private static String parameter(String go) {
        String[] words = go.split("\\s+", 2);
        return words.length == 1 ? "int " + go : type(words[1]) + " " + words[0];
    }

    private static String inside(MatchResult m) {
        return value(m.group(1)) + ";";
    }

    // ---- types and values

    private static String type(String go) {
        String t = go.strip();
        if (t.startsWith("[]")) {
            return type(t.substring(2)) + "[]";
        }
        Matcher chan = Pattern.compile("(<-)?\\s*chan\\s*(<-)?\\s*(.+)").matcher(t);
        if (chan.matches()) {
            String side =
                    chan.group(1) != null
                            ? "RecvChan"
                            : chan.group(2) != null ? "SendChan" : "Chan";
            return side + "<" + box(chan.group(3)) + ">";
        }
        return TYPES.getOrDefault(t, t.replaceFirst("^\\*?sync\\.", ""));
    }

    private static String box(String go) {
        String t = type(go);
        return BOXES.getOrDefault(t, t);
    }

    private static String value(String go) {
        String v = go.strip();
        v = v.replaceAll("\\bmake\\(\\s*chan struct\\{\\}\\s*(?:,\\s*([^)]*))?\\)", "signal($1)");
        Matcher make = Pattern.compile("\\bmake\\(\\s*chan\\s+(\\w+)\\s*(,[^)]*)?\\)").matcher(v);
        v =
                make.replaceAll(m -> {
                    String size = m.group(2) == null ? "" : ", " + m.group(2).substring(1).strip();
                    return "chan(" + type(m.group(1)) + ".class" + size + ")";
                });
        v =
                LITERAL.matcher(v)
                        .replaceAll(m -> "new " + type(m.group(1)) + "[] {" + m.group(2) + "}");
        v =
                MAP.matcher(v)
                        .replaceAll(m ->
                                "new HashMap<" + box(m.group(1)) + ", " + box(m.group(2)) + ">()");
        v = CALL.matcher(v).replaceAll(m -> CALLS.get(m.group()));
        v = v.replaceAll("\\bcontext\\.W(\\w+)\\(", "Context.w$1(");
        v = v.replaceAll("\\bfmt\\.Print(ln|f)?\\(", "print$1(");
        v = v.replaceAll("\\bfmt\\.Sprintf\\(", "String.format(");
        v = v.replaceAll("\\btime\\.Sleep\\(", "sleep(");
        v = v.replaceAll("\\btime\\.After\\(", "after(");
        v = v.replaceAll("(\\d+)\\s*\\*\\s*time\\.Millisecond\\b", "ofMillis($1)");
        v = v.replaceAll("(\\d+)\\s*\\*\\s*time\\.Second\\b", "ofSeconds($1)");
        v = v.replaceAll("\\btime\\.Second\\b", "ofSeconds(1)");
        v = v.replaceAll("\\btime\\.Millisecond\\b", "ofMillis(1)");
        v = v.replaceAll("&?sync\\.(\\w+)\\{\\}", "new $1()");
        v = v.replaceAll("<-\\s*([\\w.]+(?:\\([^)]*\\))?)", "$1.recv()");
        v = v.replaceAll("\\.Wait\\(", ".await(").replaceAll("\\.Do\\(", ".run(");
        v =
                Pattern.compile(
                                "\\.(Add|Done|Lock|Unlock|RLock|RUnlock|TryLock|Go|Signal|Broadcast|Stop|Reset)\\(")
                        .matcher(v)
                        .replaceAll(m ->
                                "."
                                        + m.group(1)
                                                .substring(0, 1)
                                                .toLowerCase(java.util.Locale.ROOT)
                                        + m.group(1).substring(1)
                                        + "(");
        return v.replaceAll("\\bnil\\b", "null");
    }
}
