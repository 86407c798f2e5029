package goloom.kernel.java;

import static goloom.kernel.java.ShellInternals.get;
import static goloom.kernel.java.ShellInternals.set;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/*
 * Makes JShell forget what no later cell can name: statements, the variables `$34` in which it keeps values of
 * expressions, declarations whose place was taken, and the classes of all these. JShell keeps them for ever: some
 * 50 KB a cell; and it imports each `$34` into every later cell, so that cells become slower and slower.
 *
 * Touched (see ShellInternals):
 *
 *   JShell.maps          snippets, keyIndexToSnippet, dependencies (indices of snippets by name)
 *   JShell.outerMap      classOuters: the text of each class with all its imports
 *   JShell.classTracker  map: each class file; the names stay, because JShell must not use one again
 *   JShell.taskFactory   initTaskPool
 *   taskFactory.fileManager  classObjects: each class file again, against which the next cell compiles
 */
final class Forgetting {
    private static final byte[] NOTHING = {};

    private final Set<Snippet> snippets;
    private final List<Snippet> byIndex;
    private final Map<String, Set<Integer>> dependencies;
    private final Map<String, ?> texts;
    private final Map<String, ?> files;
    private final Map<String, ?> tracked;
    private final Object factory;

    @SuppressWarnings("unchecked")
    Forgetting(JShell shell) {
        Object maps = get(shell, "maps");
        snippets = (Set<Snippet>) get(maps, "snippets");
        byIndex = (List<Snippet>) get(maps, "keyIndexToSnippet");
        dependencies = (Map<String, Set<Integer>>) get(maps, "dependencies");
        factory = get(shell, "taskFactory");
        texts = (Map<String, ?>) get(get(shell, "outerMap"), "classOuters");
        files = (Map<String, ?>) get(get(factory, "fileManager"), "classObjects");
        tracked = (Map<String, ?>) get(get(shell, "classTracker"), "map");
    }

    /// True for what a later cell can name.
    static boolean lasts(Snippet s) {
        return s instanceof PersistentSnippet && !isScratch(s);
    }

    /// True for a variable that JShell has made for the value of an expression.
    static boolean isScratch(Snippet s) {
        return s instanceof VarSnippet v && v.name().startsWith("$");
    }

    /// Forgets snippets.
    void snippets(Collection<Snippet> gone) {
        for (Snippet s : gone) {
            snippets.remove(s);
            int index = Integer.parseInt(s.id());
            if (byIndex.get(index) == s) {
                byIndex.set(index, null);
                dependencies.values().forEach(d -> d.remove(index));
            }
        }
    }

    /// Does something while JShell does not see these snippets.
    void without(Set<Snippet> hidden, Runnable action) {
        List<Snippet> before = new ArrayList<>(byIndex);
        byIndex.replaceAll(s -> s != null && hidden.contains(s) ? null : s);
        try {
            action.run();
        } finally {
            for (int i = 0; i < before.size(); i++) {
                Snippet was = before.get(i);
                if (was != null && byIndex.get(i) == null) {
                    byIndex.set(i, was);
                }
            }
        }
    }

    /// Forgets classes, by their names: `REPL.$JShell$34`, with those inside of it.
    void classes(Predicate<String> gone) {
        texts.keySet().removeIf(gone);
        for (String name : files.keySet().stream().filter(gone).toList()) {
            files.remove(name);
            Object info = tracked.get(name);
            if (info != null) {
                set(info, "currentBytes", NOTHING);
                set(info, "loadedBytes", NOTHING);
            }
        }
    }

    /// Lets go of the compilers that JShell keeps for the next cell; they remember what they have
    /// compiled.
    void compilers() {
        ShellInternals.call(factory, "initTaskPool");
    }
}
