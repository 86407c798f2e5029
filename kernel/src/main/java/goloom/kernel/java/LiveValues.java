package goloom.kernel.java;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/*
 * The values of variables. JShell gives a variable a new field, without a value, when something that its
 * declaration mentions is declared anew.
 *
 *   the type is the same    the value moves into the new field
 *   the type is a new one   the variable is null: an object of the old class is none of the new one
 *   `var`                   JShell cannot compile the declaration again; it becomes one with a type
 */
final class LiveValues {
    private final JShell shell;
    private final CellClasses loader;
    private final Map<String, String> classOf = new HashMap<>(); // by variable: the class in use

    LiveValues(JShell shell, CellClasses loader) {
        this.shell = shell;
        this.loader = loader;
    }

    /// Declares again the variables that a cell's declarations have broken.
    ///
    /// @param touched the snippets that a cell has changed; new ones are added
    /// @return the new snippets with those whose place they take
    Map<Snippet, Snippet> revive(Set<Snippet> touched) {
        Map<Snippet, Snippet> made = new LinkedHashMap<>();
        for (Snippet s : List.copyOf(touched)) {
            if (s instanceof VarSnippet v
                    && !shell.status(v).isDefined()
                    && classOf.containsKey(v.name())) {
                for (SnippetEvent e : shell.eval(v.typeName() + " " + v.name() + ";")) {
                    if (e.snippet() instanceof VarSnippet again
                            && shell.status(again).isDefined()) {
                        made.put(again, s);
                        touched.add(again);
                        touched.remove(s);
                    }
                }
            }
        }
        return made;
    }

    /// Moves values into new fields.
    ///
    /// @param own what the cell itself declares: it starts without a value
    /// @return a sentence for each variable that has lost its value
    List<String> keep(Set<Snippet> touched, Set<Snippet> own) {
        List<String> lost = new ArrayList<>();
        for (Snippet s : touched) {
            if (s instanceof VarSnippet v && !own.contains(s) && shell.status(v).isDefined()) {
                String before = classOf.get(v.name());
                String now = shell.sourceCodeAnalysis().wrapper(v).fullClassName();
                if (before != null && !before.equals(now)) {
                    keep(v, before, now, lost);
                }
            }
        }
        return lost;
    }

    private void keep(VarSnippet v, String before, String now, List<String> lost) {
        try {
            Field from = field(before, v.name());
            Field to = field(now, v.name());
            Object value = from.get(null);
            if (from.getType() == to.getType()) {
                to.set(null, value);
            } else if (value != null && from.getType().getName().startsWith("REPL.")) {
                lost.add(
                        v.name()
                                + " is null now: its type "
                                + v.typeName()
                                + " was declared anew, and its value is of the old one");
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("variable " + v.name(), e);
        }
    }

    /// Notes which classes hold the variables from now on.
    void inUse(Map<String, Snippet> classes) {
        classes.forEach((name, s) -> {
            if (s instanceof VarSnippet v) {
                classOf.put(v.name(), name);
            }
        });
    }

    /// The value of a variable; null if it has none, because its declaration has an error.
    @Nullable Object of(VarSnippet v) {
        try {
            return field(shell.sourceCodeAnalysis().wrapper(v).fullClassName(), v.name()).get(null);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private Field field(String className, String name) throws ReflectiveOperationException {
        Field f = loader.loadClass(className).getDeclaredField(name);
        f.setAccessible(true);
        return f;
    }
}
