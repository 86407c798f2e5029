package goloom.kernel.java;

import goloom.kernel.magic.Magics;
import goloom.kernel.protocol.MimeBundle;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import org.jspecify.annotations.Nullable;

/// What a name at the cursor is: its signature and its documentation.
final class Inspection {
    private static final Pattern MAGIC = Pattern.compile("\\s*%%?(\\w+).*");

    private Inspection() {}

    static @Nullable MimeBundle of(
            SourceCodeAnalysis analysis, Magics magics, String code, int cursor, int detail) {
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        int lineEnd = code.indexOf('\n', cursor) < 0 ? code.length() : code.indexOf('\n', cursor);
        Matcher magic = MAGIC.matcher(code.substring(lineStart, lineEnd));
        if (magic.matches() && magics.exists(magic.group(1))) {
            return magics.all().stream()
                    .filter(m -> m.name().equals(magic.group(1)))
                    .findFirst()
                    .map(m -> MimeBundle.text(m.usage() + "\n    " + m.summary()))
                    .orElse(null);
        }
        int at = endOfName(code, cursor);
        int start = 0;
        for (Piece p : CellSplitter.split(analysis, code.substring(0, at))) {
            start = p.offset();
        }
        // At the end of a name there is no documentation yet; inside the brackets of its call there
        // is.
        for (String suffix : List.of("", "(")) {
            String text = code.substring(start, at) + suffix;
            List<Documentation> docs = analysis.documentation(text, text.length(), true);
            if (!docs.isEmpty()) {
                return MimeBundle.text(text(docs));
            }
        }
        return null;
    }

    private static int endOfName(String code, int cursor) {
        int at = cursor;
        while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String text(List<Documentation> docs) {
        StringJoiner all = new StringJoiner("\n\n");
        for (Documentation d : docs) {
            String doc = d.javadoc();
            all.add(
                    doc == null
                            ? d.signature()
                            : d.signature() + "\n" + doc.indent(4).stripTrailing());
        }
        return all.toString();
    }
}
