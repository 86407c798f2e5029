package goloom.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/*
 * The HTML of a picture, right wherever it is shown.
 *
 * In a notebook that is not trusted, scripts, styles and inline SVG are taken out, attributes such as aria and
 * data too; what stays is text, the img with its alt, details and inline style. So the picture is an img, and
 * the words are words. Where scripts run, the viewer puts a living picture in place of the img.
 *
 * No id, so that copies do not interfere; nothing from elsewhere.
 */
final class Html {
    private final Scene scene;
    private final StringBuilder out = new StringBuilder(64_000);

    private Html(Scene scene) {
        this.scene = scene;
    }

    /// @param text the text version
    /// @param live the data and the viewer; "" for a still picture
    static String of(Scene scene, String text, String live) {
        return new Html(scene).whole(text, live);
    }

    private String whole(String text, String live) {
        out.append("<div class=\"gv\" data-v=\"1\">");
        summary();
        out.append("<div class=\"gv-main\">");
        img(TimelineSvg.lanes(scene), scene.height(), alt());
        out.append("</div>");
        if (!scene.legend().isEmpty()) {
            img(LegendSvg.of(scene.legend()), LegendSvg.height(scene.legend()), "");
        }
        waitFor();
        forkJoin();
        out.append("<details class=\"gv-text\"><summary>Text version</summary>");
        out.append("<pre style=\"font:11px/1.25 monospace;overflow-x:auto\">");
        out.append(Svg.escape(text).replace("&#10;", "\n"));
        out.append("</pre></details>").append(live).append("</div>");
        return out.toString();
    }

    private void summary() {
        Summary s = scene.summary();
        out.append("<p class=\"gv-sum\" style=\"margin:2px 0\">");
        out.append(Svg.escape(s.sentence())).append("</p>");
        if (!s.trouble().isEmpty()) {
            out.append("<p style=\"margin:4px 0;padding:2px 8px;border-left:4px solid #d93025;");
            out.append("font-weight:600;color:#d93025;color:light-dark(#b3261e,#ff8a80)\">");
            out.append(Svg.escape(s.trouble())).append("</p>");
        }
        for (String note : s.notes()) {
            out.append("<p style=\"margin:2px 0\">").append(Svg.escape(note)).append("</p>");
        }
    }

    private String alt() {
        Summary s = scene.summary();
        return s.sentence() + (s.trouble().isEmpty() ? "" : " " + s.trouble());
    }

    private void img(String svg, int height, String alt) {
        // The attribute is for sites that take styles out; padding and filter are what themes of
        // books give to images.
        out.append("<img alt=\"").append(Svg.escape(alt));
        out.append("\" width=\"100%\" style=\"width:100%;height:");
        out.append(height).append("px;padding:0;filter:none\" src=\"data:image/svg+xml;base64,");
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        out.append(Base64.getEncoder().encodeToString(bytes)).append("\">");
    }

    private void waitFor() {
        WaitForScene w = scene.waitFor();
        if (!w.pills().isEmpty()) {
            out.append("<details open><summary>Who waits for whom</summary>");
            img(WaitForSvg.of(w), w.height(), "Graph of who waits for whom: " + alt());
            out.append("</details>");
        }
    }

    private void forkJoin() {
        ForkJoinScene f = scene.forkJoin();
        boolean open = f.isOpen() && scene.waitFor().pills().isEmpty();
        out.append(open ? "<details open>" : "<details>");
        out.append("<summary>Fork–join graph: ").append(Svg.escape(f.heading()));
        out.append("</summary>");
        if (f.drawn()) {
            img(ForkJoinSvg.of(f), f.height(), "Fork-join graph: " + f.heading());
            out.append("<p style=\"margin:0;font-size:11px;opacity:.75\">Left to right: what can");
            out.append(" only come after what, with enough Ps; not to scale, but longer is wider.");
            out.append(" Red: the critical path.</p>");
        } else {
            out.append("<p>Too many goroutines or joins to draw.</p>");
        }
        out.append("</details>");
    }
}
