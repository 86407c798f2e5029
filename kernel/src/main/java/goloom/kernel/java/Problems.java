package goloom.kernel.java;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The errors of a cell as a learner should see them: in the order of the text, with hints, and
/// without those that only follow from another.
final class Problems {
    private static final Pattern SYMBOL =
            Pattern.compile(
                    "(?s)cannot find symbol.*?symbol:\\s+(?:variable|method|class)\\s+(\\w+).*");

    private Problems() {}

    /// @param wrong the pieces that have errors
    static List<CompileProblem> tidy(
            String cell, List<CompileProblem> all, List<Piece> wrong, Hints hints) {
        List<CompileProblem> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(CompileProblem::start));
        List<CompileProblem> kept = new ArrayList<>();
        Set<String> told = new HashSet<>(); // by line: the parser stumbles on after a mistake
        for (CompileProblem p : sorted) {
            boolean syntax = !SYMBOL.matcher(p.message()).matches() && !p.message().contains("\n");
            if (follows(p, wrong) || !told.add(p.line() + (syntax ? "" : p.message()))) {
                continue;
            }
            kept.add(p.withHint(hints.of(cell, p)));
        }
        return kept.isEmpty() ? sorted : kept;
    }

    /// The name exists, but its declaration is wrong itself.
    private static boolean follows(CompileProblem p, List<Piece> wrong) {
        Matcher m = SYMBOL.matcher(p.message());
        return m.matches() && wrong.stream().anyMatch(w -> declares(w.source(), m.group(1)));
    }

    private static boolean declares(String source, String name) {
        return Pattern.compile(
                        "(?s)(?!(?:return|new|throw)\\b)[\\w<>\\[\\], .]*[\\w>\\]]\\s+"
                                + Pattern.quote(name)
                                + "\\s*[=;({<].*")
                .matcher(source)
                .matches();
    }
}
