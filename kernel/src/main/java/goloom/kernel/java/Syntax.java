package goloom.kernel.java;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Java's parser, asked about one snippet. JShell stops at the first mistake, and takes some texts
/// for right that are not (`1 +* 2`) or breaks at them (`go f()`).
final class Syntax {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, null);

    /// What a snippet can be, as the text around it in a file.
    private enum Place {
        STATEMENTS("class $ { void $() throws Throwable {", "\n}}"),
        MEMBERS("class $ {", "\n}"),
        EXPRESSION("class $ { Object $ =", "\n;}"),
        IMPORTS("", "\nclass $ {}");

        final String before;
        final String after;

        Place(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    /// Something that the parser does not understand.
    ///
    /// @param start where, in UTF-16 units of the snippet
    /// @param end the unit after
    /// @param message the parser's
    record Mistake(int start, int end, String message) {}

    private Syntax() {}

    /// All mistakes of a snippet, in the order of its text; none if it can be parsed. What is meant
    /// is the reading that comes furthest.
    static List<Mistake> mistakes(String snippet) {
        List<Mistake> best = null;
        for (Place place : Place.values()) {
            List<Mistake> found = parse(snippet, place);
            if (found.isEmpty()) {
                return found;
            }
            if (best == null || found.getFirst().start() > best.getFirst().start()) {
                best = found;
            }
        }
        return best == null ? List.of() : best;
    }

    private static List<Mistake> parse(String snippet, Place place) {
        var found = new DiagnosticCollector<JavaFileObject>();
        var file = new Text(place.before + snippet + place.after);
        var options = List.of("-proc:none", "-Xlint:none");
        var task = (JavacTask) COMPILER.getTask(null, FILES, found, options, null, List.of(file));
        try {
            var _ = task.parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Mistake> mistakes = new ArrayList<>();
        for (Diagnostic<?> d : found.getDiagnostics()) {
            if (d.getKind() == Diagnostic.Kind.ERROR) {
                mistakes.add(mistake(d, place.before.length(), snippet));
            }
        }
        mistakes.sort(Comparator.comparingInt(Mistake::start));
        return mistakes;
    }

    private static Mistake mistake(Diagnostic<?> d, int before, String snippet) {
        int last = snippet.stripTrailing().length();
        int start = Math.clamp(d.getPosition() - before, 0, last);
        int end = Math.clamp(d.getEndPosition() - before, start, last);
        return new Mistake(start, end, String.valueOf(d.getMessage(Locale.ROOT)));
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///Cell.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public @Nullable CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
