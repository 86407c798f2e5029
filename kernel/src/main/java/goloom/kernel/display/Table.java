package goloom.kernel.display;

import goloom.kernel.protocol.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Rows and columns, as text and as HTML. Numbers stand to the right.
///
/// @param rows the first ones, at most [#MOST_ROWS]
/// @param more what to say about the others, or null
record Table(List<String> header, List<List<@Nullable Object>> rows, @Nullable String more) {
    static final int MOST_ROWS = 60;

    MimeBundle bundle() {
        return MimeBundle.text(text()).with("text/html", html());
    }

    private String text() {
        List<List<String>> cells = new ArrayList<>();
        cells.add(header);
        rows.forEach(row -> cells.add(row.stream().map(v -> oneLine(Text.of(v))).toList()));
        int[] widths =
                IntStream.range(0, header.size())
                        .map(c -> cells.stream().mapToInt(row -> width(row.get(c))).max().orElse(0))
                        .toArray();
        var out = new StringBuilder();
        for (int r = 0; r < cells.size(); r++) {
            for (int c = 0; c < widths.length; c++) {
                String cell = cells.get(r).get(c);
                String pad = " ".repeat(widths[c] - width(cell));
                out.append(c > 0 ? "  " : "").append(isNumeric(c) ? pad + cell : cell + pad);
            }
            trimEnd(out).append('\n');
        }
        return (more == null ? out : out.append(more)).toString().stripTrailing();
    }

    private String html() {
        var out = new StringBuilder("<table><thead><tr>");
        for (int c = 0; c < header.size(); c++) {
            out.append("<th").append(side(c)).append(Html.escape(header.get(c))).append("</th>");
        }
        out.append("</tr></thead><tbody>");
        for (List<@Nullable Object> row : rows) {
            out.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                out.append("<td").append(side(c)).append(Html.escape(Text.of(row.get(c))));
                out.append("</td>");
            }
            out.append("</tr>");
        }
        out.append("</tbody></table>");
        return (more == null ? out : out.append("<p>").append(Html.escape(more)).append("</p>"))
                .toString();
    }

    private String side(int column) {
        return isNumeric(column) ? " style=\"text-align:right\">" : " style=\"text-align:left\">";
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(v -> v == null || v instanceof Number);
    }

    private static String oneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r");
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static StringBuilder trimEnd(StringBuilder out) {
        int end = out.length();
        while (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        out.setLength(end);
        return out;
    }
}
