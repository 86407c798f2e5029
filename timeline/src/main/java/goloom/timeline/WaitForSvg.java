package goloom.timeline;

import goloom.timeline.WaitForScene.Link;
import goloom.timeline.WaitForScene.Pill;

/// Draws who waits for whom.
final class WaitForSvg {
    private static final int HALF = 13;
    private static final int APART = 5; // lines of waiting above, of holding below

    private final WaitForScene scene;
    private final Svg svg;

    private WaitForSvg(WaitForScene scene) {
        this.scene = scene;
        this.svg = new Svg(scene.height(), 0, 100);
    }

    static String of(WaitForScene scene) {
        return new WaitForSvg(scene).draw();
    }

    private String draw() {
        scene.links().forEach(this::line);
        scene.pills().forEach(this::pill);
        scene.links().forEach(this::words);
        return svg.document(Style.css(), Style.defs() + defs());
    }

    private static String defs() {
        return marker("mg", "#8a8a8a") + marker("mr", Palette.RED);
    }

    private static String marker(String id, String colour) {
        return "<marker id=\"%s\" viewBox=\"0 0 6 6\" refX=\"6\" refY=\"3\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L6 3L0 6z\" fill=\"%s\"/></marker>"
                .formatted(id, colour);
    }

    private void line(Link l) {
        String colour = l.circle() ? Palette.RED : "#8a8a8a";
        svg.add(
                "<line x1=\"%s\" y1=\"%d\" x2=\"%s\" y2=\"%d\" stroke=\"%s\" stroke-width=\"%s\"%s marker-end=\"url(#%s)\"/>"
                        .formatted(
                                svg.x(l.x0()),
                                l.y0() + (l.held() ? APART : -APART),
                                svg.x(l.x1()),
                                l.y1() + (l.held() ? APART : -APART),
                                colour,
                                l.circle() ? "2" : "1.3",
                                l.held() ? " stroke-dasharray=\"5 4\"" : "",
                                l.circle() ? "mr" : "mg"));
    }

    private void words(Link l) {
        if (!l.text().isEmpty()) {
            svg.textAt(svg.x(l.x0()), 8, l.y0() - APART - 4, "m s y", l.text());
        }
    }

    private void pill(Pill p) {
        String hue = p.hue() < 0 ? "#8a8a8a" : Palette.HUES.get(p.hue());
        svg.add(
                "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"%d\" fill=\"%s33\" stroke=\"%s\" stroke-width=\"1.5\"/>"
                        .formatted(
                                svg.x(p.x() - p.width() / 2),
                                p.y() - HALF,
                                svg.x(p.width()),
                                2 * HALF,
                                p.resource() ? 2 : HALF,
                                hue,
                                p.circle() ? Palette.RED : hue));
        svg.textAt(svg.x(p.x()), 0, p.y() + 4, "c", p.label());
        if (!p.below().isEmpty()) {
            svg.textAt(svg.x(p.x() + p.width() / 2), 8, p.y() + 4, "m s", p.below());
        }
    }
}
