package goloom.kernel.java;

import goloom.runtime.GoPanic;
import goloom.runtime.GoroutineDump;
import goloom.runtime.Outcome;
import java.util.ArrayList;
import java.util.List;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/*
 * What a learner reads when a cell fails. Go's words first, then Java's detail, then lines of cells with their
 * text. Colours are the terminal's red, cyan and bold, which front ends show legibly on light and dark.
 */
final class ErrorText {
    private static final String RED = "\u001b[31m";
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String BLUE = "\u001b[34m";
    private static final String RESET = "\u001b[0m";
    private static final int MOST_GOROUTINES = 25;

    private final Sources sources;
    private final List<String> lines = new ArrayList<>();

    private ErrorText(Sources sources) {
        this.sources = sources;
    }

    /// Compile errors: each with its line and a caret.
    static CellError compile(List<CompileProblem> problems, int cell, Sources sources) {
        ErrorText t = new ErrorText(sources);
        for (CompileProblem p : problems) {
            if (!t.lines.isEmpty()) {
                t.lines.add("");
            }
            t.problem(p, cell);
        }
        CompileProblem first = problems.getFirst();
        String message = first.message().replaceAll("\\s*\\n\\s*", "; ").replace(":   ", ": ");
        String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
        String evalue = Sources.file(cell) + ", line " + first.line() + ": " + message + more;
        return new CellError("CompileError", evalue, t.lines);
    }

    private void problem(CompileProblem p, int cell) {
        String[] message = p.message().split("\n");
        lines.add(
                BOLD_RED
                        + Sources.file(cell)
                        + ", line "
                        + p.line()
                        + ":"
                        + RESET
                        + " "
                        + RED
                        + message[0]
                        + RESET);
        for (int i = 1; i < message.length; i++) {
            lines.add("  " + message[i].strip());
        }
        String text = sources.line(cell, p.line());
        if (text != null) {
            String gutter = gutter(p.line());
            lines.add(gutter + text);
            int width = Math.max(1, Math.min(p.end() - p.start(), text.length() - p.column() + 1));
            StringBuilder caret = new StringBuilder();
            for (int i = 0; i < p.column() - 1; i++) {
                caret.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
            }
            lines.add(
                    " ".repeat(gutter.length() - 2)
                            + "| "
                            + caret
                            + BOLD_RED
                            + "^".repeat(width)
                            + RESET);
        }
        if (p.hint() != null) {
            lines.add("  " + p.hint());
        }
    }

    private static String gutter(int line) {
        return String.format("%5d | ", line);
    }

    /// A magic failed.
    static CellError magic(Exception e) {
        String name =
                e instanceof goloom.kernel.magic.MagicException
                        ? "MagicError"
                        : e.getClass().getSimpleName();
        String value = String.valueOf(e.getMessage());
        return new CellError(name, value, List.of(RED + value + RESET));
    }

    /// Goroutines that an interrupt could not stop.
    static List<String> stuck(Outcome.Interrupted i, Sources sources) {
        ErrorText t = new ErrorText(sources);
        t.interrupted(i);
        return t.lines.stream().map(sources::named).toList();
    }

    /// A goroutine in words.
    static String describe(GoroutineDump g, Sources sources) {
        ErrorText t = new ErrorText(sources);
        t.goroutine(g);
        return sources.named(String.join("\n", t.lines));
    }

    /// What a program's or a cell's end says; null if it ended well.
    static @Nullable CellError runtime(
            Outcome outcome, Sources sources, Declarations declarations) {
        ErrorText t = new ErrorText(sources);
        return switch (outcome) {
            case Outcome.Returned r -> null;
            case Outcome.Exited e ->
                    new CellError(
                            "SystemExit",
                            "exit status " + e.code(),
                            List.of(RED + "exit status " + e.code() + RESET));
            case Outcome.Interrupted i -> {
                t.interrupted(i);
                yield new CellError("KeyboardInterrupt", "interrupted", t.lines);
            }
            case Outcome.Fatal f -> t.fatal(f);
            case Outcome.Panicked p -> t.panicked(p, declarations);
        };
    }

    /// What is known of declarations.
    interface Declarations {
        /// What the declaration lacks that JShell numbers so, in a sentence.
        String missing(int id);

        /// True if a cast failed because a type was declared anew since the object was made.
        boolean isTooOld(Throwable e);
    }

    private void interrupted(Outcome.Interrupted i) {
        lines.add(RED + "interrupted" + RESET);
        for (GoroutineDump g : i.stuck()) {
            lines.add("");
            lines.add("could not be stopped, because it is in code that the kernel cannot reach:");
            goroutine(g);
        }
    }

    private CellError fatal(Outcome.Fatal f) {
        lines.add(BOLD_RED + "fatal error: " + f.text() + RESET);
        int shown = 0;
        for (GoroutineDump g : f.goroutines()) {
            if (shown++ == MOST_GOROUTINES) {
                lines.add("");
                lines.add("... " + (f.goroutines().size() - MOST_GOROUTINES) + " goroutines more");
                break;
            }
            lines.add("");
            goroutine(g);
        }
        return new CellError("fatal error", f.text(), lines);
    }

    private CellError panicked(Outcome.Panicked p, Declarations declarations) {
        Throwable e = p.cause();
        if (e instanceof SPIResolutionException unresolved) {
            String what = declarations.missing(unresolved.id());
            lines.add(BOLD_RED + what + RESET);
            lines.add("");
            goroutine(p.goroutine());
            return new CellError("UnresolvedReference", what, lines);
        }
        for (String line : p.headline().split("\n")) {
            lines.add(BOLD_RED + clean(line) + RESET);
        }
        boolean java = !(e instanceof GoPanic);
        String detail = java ? clean(e.toString()) : "";
        if (java && !p.headline().contains(detail)) {
            lines.add(RED + detail + RESET);
        }
        lines.add("");
        goroutine(p.goroutine());
        for (Throwable c = e.getCause(); c != null && c != e; c = c.getCause()) {
            lines.add("");
            lines.add("caused by: " + RED + clean(c.toString()) + RESET);
            frames(List.of(c.getStackTrace()));
        }
        String name = java ? e.getClass().getSimpleName() : "panic";
        String value = java ? clean(String.valueOf(e.getMessage())) : panicValue(p.headline());
        if (declarations.isTooOld(e)) {
            lines.add("");
            lines.add(
                    "the object is of a class from before a type was declared anew: make it again");
        }
        return new CellError(name, value, lines);
    }

    private static String panicValue(String headline) {
        String last = headline.substring(headline.lastIndexOf("panic: ") + "panic: ".length());
        return clean(last);
    }

    private void goroutine(GoroutineDump g) {
        lines.add(BLUE + g.header() + RESET);
        if (g.waitsFor() != null) {
            lines.add("    waits for " + g.waitsFor());
        }
        frames(g.frames());
        String start = startOf(g, sources);
        if (start != null) {
            lines.add("created by " + start);
        }
    }

    /// `goroutine 1 at cell [3], line 2`; null: nobody started it.
    static @Nullable String startOf(GoroutineDump g, Sources sources) {
        if (g.createdBy() == 0) {
            return null;
        }
        String at = where(g.goSite());
        return sources.named("goroutine " + g.createdBy() + (at.isEmpty() ? "" : " at " + at));
    }

    private static String where(int site) {
        if (site == goloom.trace.Site.UNKNOWN) {
            return "";
        }
        goloom.trace.Site s = goloom.trace.Site.of(site);
        return Sources.file(s.unit()) + ", line " + s.line();
    }

    private void frames(List<StackTraceElement> stack) {
        List<CellFrames.Frame> frames = CellFrames.of(stack);
        boolean excerpt = true;
        for (String text : CellFrames.texts(frames)) {
            lines.add("    " + text);
            if (excerpt && text.startsWith("cell [")) {
                excerpt = false;
                CellFrames.Frame f =
                        frames.stream().filter(x -> x.cell() > 0).findFirst().orElseThrow();
                String source = sources.line(f.cell(), f.line());
                if (source != null) {
                    lines.add("    " + gutter(f.line()) + source.strip());
                }
            }
        }
    }

    /// Java's texts without the names that JShell gives to its classes.
    static String clean(String text) {
        return CompilerMessages.clean(text);
    }
}
