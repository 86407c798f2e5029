package goloom.kernel.java;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;

/// The snippets that JShell makes of one cell, piece by piece, and what is wrong with them.
final class CellSnippets {
    /// Where a snippet comes from.
    record Origin(int cell, Piece piece) {}

    /// What one piece made JShell call.
    record Evaluated(int index, Piece piece, List<RecordingControl.Invocation> calls) {}

    private final JShell shell;
    private final RecordingControl control;
    private final int cell;
    private final String text;
    private final Map<Snippet, Origin> origins;
    private final List<CompileProblem> problems = new ArrayList<>();
    private final List<Piece> wrong = new ArrayList<>();
    private final List<Evaluated> evaluated = new ArrayList<>();
    private final Set<Snippet> touched = new LinkedHashSet<>();
    private final Set<Snippet> own = new LinkedHashSet<>();
    private final Set<Snippet> replaced = new LinkedHashSet<>();

    /// @param origins gets the snippets of this cell
    CellSnippets(
            JShell shell,
            RecordingControl control,
            int cell,
            String text,
            Map<Snippet, Origin> origins) {
        this.shell = shell;
        this.control = control;
        this.cell = cell;
        this.text = text;
        this.origins = origins;
    }

    List<CompileProblem> problems() {
        return problems;
    }

    /// The pieces that have problems which only their evaluation has shown.
    List<Piece> wrong() {
        return wrong;
    }

    List<Evaluated> evaluated() {
        return evaluated;
    }

    /// What was declared, and what JShell has compiled again for it.
    Set<Snippet> touched() {
        return touched;
    }

    /// What was declared.
    Set<Snippet> own() {
        return own;
    }

    /// What was there before and has lost its place.
    Set<Snippet> replaced() {
        return replaced;
    }

    /// Looks for assignments to variables of these names.
    void check(Piece piece, Set<String> finals) {
        for (Syntax.Mistake m : Finals.assignments(piece, finals)) {
            problems.add(CompileProblem.of(text, piece, m));
        }
    }

    /// @param index the place of the piece in the cell
    void evaluate(int index, Piece piece) {
        int calls = control.invocations().size();
        int known = problems.size();
        for (SnippetEvent e : events(piece)) {
            take(e, piece);
        }
        if (problems.size() > known) {
            wrong.add(piece);
        }
        List<RecordingControl.Invocation> made = control.invocations();
        evaluated.add(new Evaluated(index, piece, List.copyOf(made.subList(calls, made.size()))));
    }

    private List<SnippetEvent> events(Piece piece) {
        try {
            return shell.eval(piece.source());
        } catch (RuntimeException e) {
            // JShell itself fails at some texts that are not Java, such as `go f()`.
            List<Syntax.Mistake> mistakes = Syntax.mistakes(piece.source());
            if (mistakes.isEmpty()) {
                mistakes =
                        List.of(new Syntax.Mistake(0, piece.source().length(), "not a statement"));
            }
            mistakes.forEach(m -> problems.add(CompileProblem.of(text, piece, m)));
            return List.of();
        }
    }

    private void take(SnippetEvent e, Piece piece) {
        Snippet s = e.snippet();
        if (e.status() == Status.OVERWRITTEN) {
            replaced.add(s);
            return;
        }
        touched.add(s);
        if (e.causeSnippet() == null) {
            own.add(s);
            origins.put(s, new Origin(cell, piece));
            if (e.status() == Status.REJECTED) {
                problems.addAll(problems(piece, s));
            }
        }
    }

    /// What is wrong with a piece: everything the parser finds, or else everything the compiler
    /// finds.
    private List<CompileProblem> problems(Piece piece, Snippet s) {
        List<Syntax.Mistake> mistakes = Syntax.mistakes(piece.source());
        return mistakes.isEmpty()
                ? shell.diagnostics(s)
                        .filter(Diag::isError)
                        .map(d -> CompileProblem.of(text, piece, d))
                        .toList()
                : mistakes.stream().map(m -> CompileProblem.of(text, piece, m)).toList();
    }
}
