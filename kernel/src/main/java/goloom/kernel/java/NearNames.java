package goloom.kernel.java;

import goloom.kernel.magic.Distance;
import goloom.runtime.Go;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/// Names that exist and look like one that does not.
final class NearNames {
    /// What Java forbids or calls differently.
    private static final Map<String, String> GO = Map.of("Wait", "await", "Do", "run");

    private static final List<String> PACKAGES =
            List.of(
                    "java/lang",
                    "java/util",
                    "java/util/concurrent",
                    "java/util/concurrent/atomic",
                    "java/util/function",
                    "java/util/stream",
                    "java/io",
                    "java/math");

    private static final List<String> GO_TYPES =
            List.of(
                    "Chan",
                    "SendChan",
                    "RecvChan",
                    "Received",
                    "WaitGroup",
                    "Mutex",
                    "RWMutex",
                    "Once",
                    "Cond",
                    "Context",
                    "ErrGroup",
                    "GoTimer",
                    "GoTicker",
                    "GoPanic",
                    "Locker");

    private final JShell shell;
    private final ClassLoader loader;
    private final ClassIndex index;

    NearNames(JShell shell, ClassLoader loader, ClassIndex index) {
        this.shell = shell;
        this.loader = loader;
        this.index = index;
    }

    @Nullable String variable(String name) {
        return nearest(name, names(VarSnippet.class));
    }

    /// A method that is called without an object.
    @Nullable String method(String name) {
        List<String> all = new ArrayList<>(names(MethodSnippet.class));
        Arrays.stream(Go.class.getMethods()).map(Method::getName).forEach(all::add);
        return nearest(name, all);
    }

    /// A method of a class.
    @Nullable String methodOf(String className, String name) {
        try {
            Class<?> c = Class.forName(className, false, loader);
            List<String> all = Arrays.stream(c.getMethods()).map(Method::getName).toList();
            String go = GO.get(name);
            return go != null && all.contains(go) ? go : nearest(name, all);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    @Nullable String type(String name) {
        List<String> all = new ArrayList<>(names(TypeDeclSnippet.class));
        // Every class that a cell can name without its package.
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        PACKAGES.forEach(p -> all.addAll(classesIn(modules.resolve(p))));
        all.addAll(GO_TYPES);
        return nearest(name, all);
    }

    /// Packages that have a class of this name.
    List<String> imports(String simpleName) {
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        index.await();
        return analysis.listQualifiedNames(simpleName, simpleName.length()).getNames();
    }

    private static List<String> classesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".class") && !f.contains("$"))
                    .map(f -> f.substring(0, f.length() - ".class".length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names(Class<? extends Snippet> kind) {
        return shell.snippets()
                .filter(kind::isInstance)
                .filter(s -> shell.status(s).isActive())
                .map(NearNames::name)
                .toList();
    }

    private static String name(Snippet s) {
        return s instanceof jdk.jshell.DeclarationSnippet d ? d.name() : "";
    }

    /// The nearest, if it is near; letters of another case count little.
    private static @Nullable String nearest(String name, Collection<String> all) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int most = Math.max(1, name.length() / 3);
        return all.stream()
                .filter(n -> !n.equals(name))
                .filter(n -> Math.abs(n.length() - name.length()) <= most)
                .filter(n -> distance(n, wanted) <= most)
                .min(
                        Comparator.comparingInt((String n) -> distance(n, wanted))
                                .thenComparing(n -> n))
                .orElse(null);
    }

    private static int distance(String candidate, String wanted) {
        return Distance.of(candidate.toLowerCase(Locale.ROOT), wanted);
    }
}
