package goloom.timeline;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/*
 * Writes SVG that keeps its letters at their size when the picture becomes wider or narrower.
 *
 * There is no viewBox: heights are pixels, and places across are per cent of the width. Paths, which cannot
 * have per cents, are in an inner svg that is stretched; lines in it keep their width. Words that have no room
 * in a narrow picture carry a class that hides them there, by a media query, which in an img looks at the
 * width of the picture.
 *
 * It works as it is in an img: no script, no outer style, no font. Light and dark follow the page.
 */
final class Svg {
    /// Units of the inner svg from edge to edge.
    static final int UNITS = 4_000;

    /// The narrowest picture whose words are cared for, and the widest, in pixels.
    private static final int NARROWEST = 500;

    private static final int WIDEST = 1_600;
    private static final double LETTER = 6.5; // the widest average of a letter at 11 px

    private final StringBuilder out = new StringBuilder(8_192);
    private final StringBuilder paths = new StringBuilder(8_192);
    private final TreeSet<Integer> hiddenBelow = new TreeSet<>();
    private final TreeSet<Integer> hiddenFrom = new TreeSet<>();
    private final int height;
    private final double left;
    private final double width;

    /// @param left where the inner svg begins, in per cent
    /// @param width its width, in per cent
    Svg(int height, double left, double width) {
        this.height = height;
        this.left = left;
        this.width = width;
    }

    // ---- numbers

    /// A place across, in per cent.
    String x(double place) {
        return decimal(left + width * place) + "%";
    }

    /// A place across, in units of the inner svg.
    static int u(double place) {
        return (int) Math.round(place * UNITS);
    }

    static String decimal(double v) {
        String s = String.format(Locale.ROOT, "%.2f", v);
        int end = s.length();
        while (s.charAt(end - 1) == '0') {
            end--;
        }
        return s.substring(0, s.charAt(end - 1) == '.' ? end - 1 : end);
    }

    static String escape(String s) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            switch (c) {
                case '<' -> b.append("&lt;");
                case '>' -> b.append("&gt;");
                case '&' -> b.append("&amp;");
                case '"' -> b.append("&quot;");
                default -> b.append(c < ' ' ? ' ' : c);
            }
        }
        return b.toString();
    }

    // ---- parts

    /// A path in the inner svg.
    void path(String attributes, CharSequence d) {
        if (!d.isEmpty()) {
            paths.append("<path ").append(attributes).append(" d=\"").append(d).append("\"/>");
        }
    }

    /// Anything, after the inner svg.
    void add(String element) {
        out.append(element);
    }

    /// Ends the present inner svg, so that what was added since stands behind what is added next.
    void flush() {
        if (!paths.isEmpty()) {
            StringBuilder inner = new StringBuilder();
            inner.append("<svg x=\"").append(decimal(left)).append("%\" width=\"");
            inner.append(decimal(width)).append("%\" height=\"").append(height);
            inner.append("\" viewBox=\"0 0 ").append(UNITS).append(' ').append(height);
            inner.append("\" preserveAspectRatio=\"none\" overflow=\"visible\">");
            inner.append(paths).append("</svg>");
            out.append(inner);
            paths.setLength(0);
        }
    }

    /// A word at a place: the longest of some that has room, which depends on the width of the
    /// picture.
    ///
    /// @param dx pixels from the place
    /// @param room the part of the inner width that is free for it
    /// @param texts the longest first
    void text(double at, int dx, int y, String classes, double room, List<String> texts) {
        int until = WIDEST + 1; // from here on a longer one is shown
        for (String t : texts) {
            int from = fits(t, room, Math.abs(dx) + 3);
            if (from < until && !t.isEmpty()) {
                textAt(x(at), dx, y, (classes + shownBetween(from, until)).strip(), t);
                until = from;
            }
            if (until <= NARROWEST) {
                return;
            }
        }
    }

    private String shownBetween(int from, int until) {
        String c = "";
        if (from > NARROWEST) {
            c += " v" + from;
            hiddenBelow.add(from);
        }
        if (until <= WIDEST) {
            c += " u" + until;
            hiddenFrom.add(until);
        }
        return c;
    }

    /// The width of the picture, in steps of 50 pixels, from which on a word has room.
    private int fits(String text, double room, int margin) {
        double need = text.length() * LETTER + margin;
        double whole = need / Math.max(1e-6, room * width / 100);
        return whole > WIDEST ? WIDEST + 1 : (int) Math.ceil(whole / 50) * 50;
    }

    void textAt(String x, int dx, int y, String classes, String text) {
        out.append("<text x=\"").append(x).append('"');
        if (dx != 0) {
            out.append(" dx=\"").append(dx).append('"');
        }
        out.append(" y=\"").append(y).append('"');
        if (!classes.isEmpty()) {
            out.append(" class=\"").append(classes).append('"');
        }
        out.append('>').append(escape(text)).append("</text>");
    }

    /// A symbol that was defined under this name.
    void use(String name, double at, int y) {
        out.append("<use href=\"#").append(name).append("\" x=\"").append(x(at));
        out.append("\" y=\"").append(y).append("\"/>");
    }

    /// The whole.
    String document(String css, String defs) {
        flush();
        StringBuilder s = new StringBuilder(out.length() + 2_048);
        s.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"");
        s.append(height).append("\" font-family=\"system-ui,sans-serif\" font-size=\"11\">");
        s.append("<style>").append(css);
        for (int w : hiddenBelow) {
            s.append("@media(max-width:").append(w - 1).append("px){.v").append(w);
            s.append("{display:none}}");
        }
        for (int w : hiddenFrom) {
            s.append("@media(min-width:").append(w).append("px){.u").append(w);
            s.append("{display:none}}");
        }
        s.append("</style>");
        if (!defs.isEmpty()) {
            s.append("<defs>").append(defs).append("</defs>");
        }
        return s.append(out).append("</svg>").toString();
    }
}
