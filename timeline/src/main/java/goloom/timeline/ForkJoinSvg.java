package goloom.timeline;

import goloom.timeline.ForkJoinScene.Critical;
import goloom.timeline.ForkJoinScene.Curve;
import goloom.timeline.ForkJoinScene.Doing;
import goloom.timeline.ForkJoinScene.Dot;
import goloom.timeline.ForkJoinScene.Label;
import goloom.timeline.ForkJoinScene.Row;
import goloom.timeline.ForkJoinScene.Strand;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Draws the graph of forks and joins.
final class ForkJoinSvg {
    private static final double MARGIN = 0.4;
    private static final int HALF = 6; // of the height of a strand
    private static final double NEAR_EDGE = 0.94;
    private static final int MOST_THICK = 40; // with more curves, they are thin

    private final ForkJoinScene scene;
    private final Svg svg;
    private final Map<String, StringBuilder> paths = new TreeMap<>();

    private ForkJoinSvg(ForkJoinScene scene) {
        this.scene = scene;
        this.svg = new Svg(scene.height(), TimelineSvg.LEFT, TimelineSvg.WIDTH);
    }

    static String of(ForkJoinScene scene) {
        return new ForkJoinSvg(scene).draw();
    }

    private String draw() {
        scene.curves().forEach(this::curve);
        scene.strands().stream().filter(s -> s.doing() != Doing.RUN).forEach(this::line);
        flush();
        scene.strands().stream().filter(s -> s.doing() == Doing.RUN).forEach(this::bar);
        flush();
        scene.critical().forEach(this::outline);
        flush();
        scene.rows().forEach(this::row);
        scene.strands().forEach(this::text);
        scene.dots().forEach(this::dot);
        scene.labels().forEach(this::label);
        return svg.document(Style.css(), defs());
    }

    private static String defs() {
        return Style.defs()
                + "<circle id=\"fk\" r=\"3.5\" fill=\"#fff\" stroke=\"#333\" stroke-width=\"1.4\"/>"
                + "<path id=\"jn\" d=\"M0-6l6 6l-6 6l-6-6z\" fill=\"#fff\" stroke=\"#333\" stroke-width=\"1.4\"/>"
                + "<circle id=\"ov\" r=\"4\" fill=\"none\" stroke=\"#8a8a8a\" stroke-width=\"1.6\"/>";
    }

    private void flush() {
        paths.forEach(svg::path);
        paths.clear();
        svg.flush();
    }

    private StringBuilder path(String classes) {
        return paths.computeIfAbsent("class=\"" + classes + "\"", _ -> new StringBuilder());
    }

    private void curve(Curve c) {
        boolean thick = scene.curves().size() <= MOST_THICK;
        String plain = "s" + Math.max(0, c.hue()) + (thick ? " t" : " q");
        String look = c.critical() ? "cr" : plain;
        int x0 = Svg.u(c.from());
        int x1 = Svg.u(c.bend());
        int x2 = Svg.u(c.to());
        int third = (x2 - x1) / 2;
        StringBuilder d = path(look);
        d.append('M').append(x0).append(' ').append(c.y0()).append('H').append(x1);
        d.append('C').append(x1 + third).append(' ').append(c.y0()).append(' ');
        d.append(x2 - third).append(' ').append(c.y1()).append(' ');
        d.append(x2).append(' ').append(c.y1());
    }

    private void line(Strand s) {
        String look = s.doing() == Doing.SLEEP ? "wt dt" : "wt";
        StringBuilder d = path(look);
        d.append('M').append(Svg.u(s.from())).append(' ').append(s.y());
        d.append('H').append(Svg.u(s.to()));
    }

    private void bar(Strand s) {
        box(path("h" + Math.max(0, s.hue())), s.from(), s.to(), s.y());
    }

    private void outline(Critical c) {
        if (c.runs()) {
            box(path("cr"), c.from(), c.to(), c.y());
        } else {
            StringBuilder d = path("cr");
            d.append('M').append(Svg.u(c.from())).append(' ').append(c.y());
            d.append('H').append(Svg.u(c.to()));
        }
    }

    private static void box(StringBuilder d, double from, double to, int y) {
        int x = Svg.u(from);
        int w = Math.max(4, Svg.u(to) - x);
        d.append('M').append(x).append(' ').append(y - HALF).append('h').append(w);
        d.append('v').append(2 * HALF).append('h').append(-w).append('z');
    }

    private void row(Row r) {
        svg.add(
                "<rect class=\"h%d\" x=\"0.4%%\" y=\"%d\" width=\"9\" height=\"9\" rx=\"2\"/>"
                        .formatted(Math.max(0, r.hue()), r.y() - 5));
        double edge = (MARGIN - TimelineSvg.LEFT) / TimelineSvg.WIDTH;
        svg.text(edge, 14, r.y() + 4, "", -edge, Names.shorter(r.label()));
    }

    private void text(Strand s) {
        double room = s.textTo() - s.textFrom();
        String in = Palette.isDark(s.hue()) ? "l" : "k";
        switch (s.doing()) {
            case RUN -> svg.text(s.textFrom(), 9, s.y() + 4, in, room, List.of(s.text()));
            case SLEEP -> svg.text(s.textFrom(), 7, s.y() - 3, "m s", room, List.of(s.text()));
            case WAIT -> {}
        }
    }

    private void dot(Dot d) {
        String symbol =
                switch (d.kind()) {
                    case FORK -> "fk";
                    case JOIN -> "jn";
                    case CUT -> d.wrong() ? "er" : "on";
                    case END -> "ov";
                    case START, SIGNAL, BLOCK -> "";
                };
        if (!symbol.isEmpty()) {
            svg.use(symbol, d.at(), d.y());
        }
    }

    private void label(Label l) {
        String c = l.wrong() ? "r y" : "m y";
        if (l.centred() && l.at() > NEAR_EDGE) {
            svg.text(1, 0, l.y() + 4, c + " e", l.room(), l.texts());
        } else if (l.centred()) {
            svg.text(l.at(), 0, l.y() + 4, c + " c", l.room(), l.texts());
        } else {
            svg.text(l.at(), 9, l.y() + 4, c, l.room(), l.texts());
        }
    }
}
