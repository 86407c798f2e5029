package goloom.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet.Status;

/// What a learner should know of a declaration that compiles only in part: it names something that
/// does not exist yet, or it was broken by a new declaration.
final class Notes {
    private Notes() {}

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
            notes.add(
                    what
                            + " cannot be used yet: it needs "
                            + String.join(", ", missing)
                            + (missing.size() == 1 ? ", which does" : ", which do")
                            + " not exist");
        }
        return notes;
    }
}
