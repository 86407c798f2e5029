package goloom.kernel.java;

import goloom.kernel.bytecode.Weaver;
import goloom.kernel.java.CellProgram.Step;
import goloom.kernel.java.CellSnippets.Evaluated;
import goloom.kernel.java.CellSnippets.Origin;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/*
 * JShell, used as a compiler: a cell compiles whole, or not at all.
 *
 *   split      the cell into pieces, one for each snippet
 *   compile    imports first, then types, then methods, then the rest, so that a call may stand above its
 *              method; JShell's classes and calls are recorded (RecordingControl)
 *   weave      the recorded classes (Weaver), with the cell's line numbers
 *   link       a step for each piece that has code, in the order of the text
 *
 * An error anywhere takes everything back (Checkpoint).
 *
 * All of it happens under one lock, because JShell is not thread-safe. Running a cell does not need it, so
 * completion works while a cell runs.
 */
final class JavaSession implements AutoCloseable, ErrorText.Declarations {
    private static final MethodType CODE = MethodType.methodType(Object.class);

    private static final int RENEW_AFTER = 64;

    private final RecordingControl control = new RecordingControl();
    private final JShell shell;
    private final CellClasses loader;
    private final Hints hints;
    private final Forgetting forgetting;
    private final Mentioned mentioned = new Mentioned();
    private final ClassIndex index = new ClassIndex();
    private final Map<Snippet, Origin> origins = new HashMap<>();
    private final Map<String, String> classOf = new HashMap<>(); // by id of a snippet that lasts
    private final LiveValues values;
    private int rests;
    private final Set<String> told = new HashSet<>(); // methods that hide Goloom's

    JavaSession(List<Path> classPath, List<String> imports) {
        loader = new CellClasses(new KernelClasses(JavaSession.class.getClassLoader()));
        shell =
                JShell.builder()
                        .executionEngine(new Provider(), Map.of())
                        .compilerOptions("-g", "-proc:none")
                        .build();
        forgetting = new Forgetting(shell);
        values = new LiveValues(shell, loader);
        hints = new Hints(new NearNames(shell, loader, index));
        // JShell would begin with the class path of the kernel.
        Object factory = ShellInternals.get(shell, "taskFactory");
        ShellInternals.set(factory, "classpath", classPath.getFirst().toString());
        classPath.forEach(p -> shell.addToClasspath(p.toString()));
        Imports.declare(shell, imports);
    }

    private final class Provider implements ExecutionControlProvider {
        @Override
        public String name() {
            return "goloom";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }

    CellClasses loader() {
        return loader;
    }

    /// Compiles cell number `cell`. Nothing of it runs.
    synchronized CompileResult compile(int cell, String text) {
        return compile(cell, text, true);
    }

    /// @param forgets whether JShell forgets what later cells cannot name
    private CompileResult compile(int cell, String text, boolean forgets) {
        Checkpoint before = Checkpoint.of(shell);
        try {
            CompileResult result = compileOrFail(cell, text, forgets);
            if (result instanceof CompileResult.Rejected) {
                before.restore();
            }
            return result;
        } catch (RuntimeException e) {
            before.restore();
            throw e;
        }
    }

    private CompileResult compileOrFail(int cell, String text, boolean forgets) {
        control.begin();
        List<Piece> pieces = CellSplitter.split(shell.sourceCodeAnalysis(), text);
        var made = new CellSnippets(shell, control, cell, text, origins);
        Set<String> finals = Finals.of(shell);
        pieces.forEach(p -> made.check(p, finals));
        Set<Snippet> unseen = mentioned.others(text, shell.snippets().toList());
        forgetting.without(
                unseen,
                () -> CompileOrder.of(pieces).forEach(i -> made.evaluate(i, pieces.get(i))));
        if (!made.problems().isEmpty()) {
            return new CompileResult.Rejected(
                    Problems.tidy(text, made.problems(), made.wrong(), hints));
        }
        Set<Snippet> touched = made.touched();
        values.revive(touched).forEach((now, s) -> origins.put(now, origins.get(s)));
        Map<String, Snippet> current = classNames(touched);
        Map<String, Weaver.Woven> woven = weave(current);
        loader.add(woven);
        List<String> lost = values.keep(touched, made.own());
        prelink(woven);
        values.inUse(current);
        List<String> notes = notes(touched);
        notes.addAll(lost);
        CellProgram program = link(made.evaluated(), current);
        if (forgets) {
            Set<Snippet> gone = made.replaced();
            touched.stream().filter(s -> !Forgetting.lasts(s)).forEach(gone::add);
            forget(current, gone);
        }
        return new CompileResult.Compiled(program, notes);
    }

    private Map<String, Snippet> classNames(Set<Snippet> snippets) {
        Map<String, Snippet> names = new LinkedHashMap<>();
        for (Snippet s : snippets) {
            if (s.kind() != Snippet.Kind.IMPORT && s.kind() != Snippet.Kind.ERRONEOUS) {
                names.put(shell.sourceCodeAnalysis().wrapper(s).fullClassName(), s);
            }
        }
        return names;
    }

    /// Forgets what no later cell can name.
    ///
    /// @param current the classes of the snippets that the cell has touched
    private void forget(Map<String, Snippet> current, Set<Snippet> gone) {
        Set<String> unused = new HashSet<>();
        control.classes().keySet().forEach(name -> unused.add(outerName(name)));
        current.forEach((name, s) -> {
            if (gone.contains(s)) {
                unused.add(name);
            } else {
                String before = classOf.put(s.id(), name);
                if (before != null) {
                    unused.add(before);
                }
            }
        });
        // JShell also keeps texts that it has tried and never loaded, under names with other
        // letters.
        Set<String> stems = new HashSet<>();
        Stream.concat(current.values().stream(), gone.stream())
                .forEach(s -> stems.add("REPL.$JShell$" + s.id()));
        Set<String> used = new HashSet<>(classOf.values());
        forgetting.snippets(gone);
        forgetting.classes(name -> {
            String outer = outerName(name);
            return !used.contains(outer) && (unused.contains(outer) || stems.contains(stem(outer)));
        });
        origins.keySet().removeAll(gone);
        control.begin();
    }

    // ---- weaving

    private Map<String, Weaver.Woven> weave(Map<String, Snippet> current) {
        Map<String, byte[]> raw = control.classes();
        Weaver weaver = new Weaver(raw, loader);
        Map<String, IntUnaryOperator> lines = new HashMap<>();
        Map<String, Weaver.Woven> woven = new HashMap<>();
        raw.forEach((name, bytes) -> {
            String outer = outerName(name);
            Snippet s = current.get(outer);
            Origin from = s == null ? null : origins.get(s);
            if (s == null || from == null) {
                return; // compiled on the way and replaced since
            }
            IntUnaryOperator lineOf = lines.computeIfAbsent(outer, _ -> lineMap(s, from));
            String file = "cell [" + from.cell() + "]";
            woven.put(name, weaver.weave(bytes, file, from.cell(), lineOf));
        });
        return woven;
    }

    /// `REPL.$JShell$12$A` and `$JShell$12` belong to `REPL.$JShell$12`.
    private static String outerName(String className) {
        int from = className.indexOf("$JShell$");
        int dollar = className.indexOf('$', from + "$JShell$".length());
        return "REPL." + className.substring(from, dollar < 0 ? className.length() : dollar);
    }

    /// Lines of the class that JShell has wrapped around a snippet to lines of the cell.
    private IntUnaryOperator lineMap(Snippet s, Origin from) {
        SnippetWrapper wrapper = shell.sourceCodeAnalysis().wrapper(s);
        String wrapped = wrapper.wrapped();
        List<Integer> lineEnds = new ArrayList<>();
        for (int i = 0; i < wrapped.length(); i++) {
            if (wrapped.charAt(i) == '\n') {
                lineEnds.add(i);
            }
        }
        String source = from.piece().source();
        return line -> {
            if (line < 1 || line > lineEnds.size()) {
                return 0;
            }
            // JShell's own text comes before the learner's on a line, so the end of the line is
            // theirs.
            int end = Math.max(0, lineEnds.get(line - 1) - 1);
            int at = wrapper.wrappedToSourcePosition(end);
            return from.piece().line() + CellSplitter.lineOf(source, at) - 1;
        };
    }

    // ---- linking

    private CellProgram link(List<Evaluated> evaluated, Map<String, Snippet> current) {
        List<Evaluated> inOrder = new ArrayList<>(evaluated);
        inOrder.sort(Comparator.comparingInt(Evaluated::index));
        List<Step> steps = new ArrayList<>();
        Step last = null;
        for (Evaluated e : inOrder) {
            last = null;
            for (RecordingControl.Invocation call : e.calls()) {
                Snippet s = snippetOf(call.className(), current);
                if (s != null) {
                    last = new Step(s, e.piece(), code(s, call.method()));
                    steps.add(last);
                }
            }
        }
        return new CellProgram(steps, last != null && Results.isShown(last) ? last : null);
    }

    /// The snippet that a call was for; its class may have been replaced since, under a name with a
    /// letter more.
    private static @Nullable Snippet snippetOf(String className, Map<String, Snippet> current) {
        Snippet s = current.get(className);
        if (s != null) {
            return s;
        }
        String stem = stem(className);
        for (Map.Entry<String, Snippet> e : current.entrySet()) {
            if (stem(e.getKey()).equals(stem)) {
                return e.getValue();
            }
        }
        return null;
    }

    private static String stem(String className) {
        int end = className.length();
        while (end > 0 && !Character.isDigit(className.charAt(end - 1))) {
            end--;
        }
        return className.substring(0, end);
    }

    /// Loads the classes of a cell and links what they need, so that nothing is left to do when
    /// they run.
    private void prelink(Map<String, Weaver.Woven> woven) {
        woven.forEach((name, w) -> {
            try {
                Class<?> c = loader.loadClass(name);
                Weaver.link(MethodHandles.privateLookupIn(c, MethodHandles.lookup()), w);
            } catch (Throwable e) {
                throw new IllegalStateException("linking " + name, e);
            }
        });
    }

    private MethodHandle code(Snippet s, String method) {
        String name = shell.sourceCodeAnalysis().wrapper(s).fullClassName();
        try {
            Class<?> c = loader.loadClass(name);
            MethodHandles.Lookup in = MethodHandles.privateLookupIn(c, MethodHandles.lookup());
            in.ensureInitialized(c); // links it now, not between two steps
            return in.findStatic(c, method, CODE);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("snippet " + s.id(), e);
        }
    }

    // ---- notes

    private List<String> notes(Set<Snippet> touched) {
        List<String> notes = new ArrayList<>();
        for (Snippet s : touched) {
            String hidden = Notes.hidden(s, told);
            if (hidden != null) {
                notes.add(hidden);
            }
            if (s instanceof DeclarationSnippet d && !shell.status(s).equals(Status.VALID)) {
                notes.addAll(Notes.of(shell, d));
            }
        }
        return notes;
    }

    @Override
    public boolean isTooOld(Throwable e) {
        return OldTypes.isCause(e, loader);
    }

    @Override
    public synchronized String missing(int id) {
        return shell.snippets()
                .filter(s -> s.id().equals(String.valueOf(id)))
                .filter(DeclarationSnippet.class::isInstance)
                .map(DeclarationSnippet.class::cast)
                .flatMap(d -> Notes.of(shell, d).stream())
                .findFirst()
                .orElse("a declaration that is not complete was used");
    }

    // ---- what is there

    /// A variable with its value.
    record Value(String type, String name, @Nullable Object value) {}

    /// Whether there is a variable or a method of this name.
    synchronized boolean declares(String name) {
        return Stream.concat(shell.variables(), shell.methods())
                .anyMatch(s -> s.name().equals(name));
    }

    synchronized List<Value> variables() {
        return shell.variables()
                .filter(v -> !Forgetting.isScratch(v))
                .sorted(Comparator.comparing(VarSnippet::name))
                .map(v -> new Value(v.typeName(), v.name(), values.of(v)))
                .toList();
    }

    synchronized @Nullable Object valueOf(VarSnippet v) {
        return values.of(v);
    }

    /// Signatures of methods and types.
    synchronized List<String> declarations() {
        Stream<String> methods =
                shell.methods()
                        .map(m -> returnType(m) + " " + m.name() + "(" + m.parameterTypes() + ")");
        Stream<String> types =
                shell.types()
                        .map(t ->
                                t.subKind().name().replaceFirst("_.*", "").toLowerCase(Locale.ROOT)
                                        + " "
                                        + t.name());
        return Stream.concat(methods, types).toList();
    }

    private static String returnType(MethodSnippet m) {
        return m.signature().substring(m.signature().lastIndexOf(')') + 1);
    }

    /// Compiles a cell, lets it be used, and forgets it.
    synchronized void tryOut(String text, Consumer<CellProgram> use) {
        Checkpoint before = Checkpoint.of(shell);
        if (compile(0, text, false) instanceof CompileResult.Compiled c) {
            use.accept(c.program());
        }
        before.restore();
    }

    /// Lets JShell collect the names of all classes, for completion.
    void indexClasses() {
        index.begin();
    }

    /// Between two cells: renews the compilers now and then, and warms the new ones.
    synchronized void rest() {
        if (++rests % RENEW_AFTER == 0) {
            forgetting.compilers();
            tryOut("0", _ -> {});
            OldGeneration.tidy();
        }
    }

    /// Does something with JShell's analysis of code.
    synchronized <T extends @Nullable Object> T analyse(Function<SourceCodeAnalysis, T> question) {
        return question.apply(shell.sourceCodeAnalysis());
    }

    /// Lets cells use the classes of a jar or a folder.
    synchronized void addPath(Path path) {
        loader.addPath(path.toAbsolutePath());
        shell.addToClasspath(path.toAbsolutePath().toString());
    }

    @Override
    public synchronized void close() {
        index.begin(); // or the shell after this one would wait for it
        shell.close();
    }
}
