package goloom.kernel.java;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;

/*
 * Which variables and methods of earlier cells a cell can have to do with. JShell imports all of them into every
 * class that it compiles, and each import costs javac a look-up: with 500 variables a cell took twice as long.
 *
 *   - those whose name occurs in the cell
 *   - those that mention a name which the cell may declare, because JShell compiles them again; those that
 *     mention them; and what all of these mention
 *
 * Words are taken from the text, also those in comments and strings: too many rather than too few. Types are
 * always seen, because a type may be needed that nobody has named (`var x = f()`).
 */
final class Mentioned {
    private static final Pattern WORD =
            Pattern.compile(
                    "(?<name>[\\p{L}_$][\\p{L}\\p{N}_$]*+)"
                            + "(?<declares>\\s*+(?:[=;,(\\[{<]|/[/*]|$|extends\\b|implements\\b))?");

    private final Map<Snippet, Set<String>> words = new WeakHashMap<>();

    /// What may be hidden while this text is compiled.
    Set<Snippet> others(String text, Collection<Snippet> known) {
        if (text.contains("\\u") || text.contains("import")) {
            return Set.of(); // an import may complete any declaration
        }
        Set<String> seen = new HashSet<>();
        Set<String> changed = new HashSet<>(); // may be declared anew
        for (Matcher m = WORD.matcher(text); m.find(); ) {
            String word = m.group("name");
            seen.add(word);
            if (m.group("declares") != null) {
                changed.add(word);
            }
        }
        Map<String, List<PersistentSnippet>> users = users(known);
        List<String> open = new ArrayList<>(changed);
        while (!open.isEmpty()) {
            for (PersistentSnippet s : users.getOrDefault(open.removeLast(), List.of())) {
                seen.addAll(wordsOf(s));
                seen.add(s.name());
                if (changed.add(s.name())) {
                    open.add(s.name());
                }
            }
        }
        Set<Snippet> others = new HashSet<>();
        for (Snippet s : known) {
            if ((s instanceof VarSnippet || s instanceof MethodSnippet)
                    && !seen.contains(((PersistentSnippet) s).name())) {
                others.add(s);
            }
        }
        return others;
    }

    /// The declarations in which each word occurs.
    private Map<String, List<PersistentSnippet>> users(Collection<Snippet> known) {
        Map<String, List<PersistentSnippet>> users = new HashMap<>();
        for (Snippet s : known) {
            if (s instanceof PersistentSnippet p) {
                for (String word : wordsOf(p)) {
                    users.computeIfAbsent(word, _ -> new ArrayList<>()).add(p);
                }
            }
        }
        return users;
    }

    private Set<String> wordsOf(Snippet s) {
        return words.computeIfAbsent(
                s,
                _ -> {
                    Set<String> found = new HashSet<>();
                    for (Matcher m = WORD.matcher(s.source()); m.find(); ) {
                        found.add(m.group("name"));
                    }
                    return Collections.unmodifiableSet(found);
                });
    }
}
