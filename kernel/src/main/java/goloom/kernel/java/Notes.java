package goloom.kernel.java;

import goloom.runtime.Go;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import org.jspecify.annotations.Nullable;

/// What a learner should know of a declaration that compiles only in part: it names something that
/// does not exist yet, or it was broken by a new declaration.
final class Notes {
    private static final Set<String> GO =
            Arrays.stream(Go.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

    private Notes() {}

    /// A learner's method hides Goloom's of that name, whatever its parameters: said once a name.
    static @Nullable String hidden(Snippet s, Set<String> told) {
        if (!(s instanceof MethodSnippet m) || !GO.contains(m.name()) || !told.add(m.name())) {
            return null;
        }
        String name = m.name();
        return "your method "
                + name
                + " hides Goloom's "
                + name
                + " in all cells; that one is still there as Go."
                + name
                + "(...)";
    }

    static List<String> of(JShell shell, DeclarationSnippet s) {
        List<String> notes = new ArrayList<>();
        Status status = shell.status(s);
        if (status != Status.RECOVERABLE_DEFINED && status != Status.RECOVERABLE_NOT_DEFINED) {
            return notes;
        }
        String what = s instanceof MethodSnippet ? s.name() + "(...)" : s.name();
        List<String> missing = shell.unresolvedDependencies(s).toList();
        if (missing.isEmpty()) {
            shell.diagnostics(s)
                    .filter(Diag::isError)
                    .map(d -> CompilerMessages.clean(d.getMessage(Locale.ROOT)))
                    .forEach(m -> notes.add(what + " no longer compiles: " + m));
        } else {
            boolean there = missing.stream().allMatch(m -> exists(shell, m));
            notes.add(
                    what
                            + " cannot be used yet: it needs "
                            + String.join(", ", missing)
                            + ", which "
                            + (there
                                    ? "cannot be used yet either"
                                    : missing.size() == 1 ? "does not exist" : "do not exist"));
        }
        return notes;
    }

    /// @param missing `class Shape`
    private static boolean exists(JShell shell, String missing) {
        return shell.types()
                .anyMatch(t -> missing.equals("class " + t.name()) && shell.status(t).isActive());
    }
}
