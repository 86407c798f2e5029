package goloom.timeline;

import goloom.timeline.Scene.Arrow;
import goloom.timeline.Scene.Bar;
import goloom.timeline.Scene.Flag;
import goloom.timeline.Scene.Lane;
import goloom.timeline.Scene.Mark;
import goloom.timeline.Scene.Section;
import goloom.timeline.Scene.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Draws the lanes. Bars of one look are one path, wherever they are: that keeps the file small.
final class TimelineSvg {
    static final double LEFT = 14;
    static final double WIDTH = 85;
    private static final double MARGIN = 0.4;
    private static final int TICKS = 7;
    private static final double NARROW = 0.06; // words of a mark have no room to its right

    private final Scene scene;
    private final Svg svg;
    private final int height;
    private final Map<String, StringBuilder> paths = new TreeMap<>();

    private TimelineSvg(Scene scene, boolean legend) {
        this.scene = scene;
        this.height = scene.height() + (legend ? LegendSvg.height(scene.legend()) : 0);
        this.svg = new Svg(height, LEFT, WIDTH);
    }

    /// The lanes, with the legend.
    static String of(Scene scene) {
        TimelineSvg t = new TimelineSvg(scene, true);
        t.draw();
        LegendSvg.draw(t.svg, scene.legend(), scene.height());
        return t.document();
    }

    /// The lanes alone.
    static String lanes(Scene scene) {
        TimelineSvg t = new TimelineSvg(scene, false);
        t.draw();
        return t.document();
    }

    private String document() {
        return svg.document(Style.css(), Style.defs());
    }

    private void draw() {
        stripes();
        grid();
        arrows();
        svg.flush();
        bars();
        svg.flush();
        heads();
        scene.marks().forEach(this::mark);
        scene.flags().forEach(this::flag);
        words();
    }

    private void stripes() {
        StringBuilder d = new StringBuilder();
        for (Section s : scene.sections()) {
            for (int i = 0; i < s.lanes().size(); i += 2) {
                Lane l = s.lanes().get(i);
                d.append("M0 ").append(l.y()).append('h').append(Svg.UNITS);
                d.append('v').append(l.height()).append("H0z");
            }
        }
        svg.path("class=\"z\"", d);
        StringBuilder slots = new StringBuilder();
        for (Section s : scene.sections()) {
            for (Lane l : s.lanes()) {
                for (int i = 0; i < l.slots(); i++) {
                    int y = l.barTop() + i * l.barHeight() / l.slots();
                    box(slots, 0, Svg.UNITS, y + 1, y + l.barHeight() / l.slots());
                }
            }
        }
        svg.path("class=\"sl\"", slots);
    }

    private void grid() {
        StringBuilder d = new StringBuilder();
        double before = -1;
        for (Axis.Tick t : scene.axis().ticks(TICKS)) {
            int x = Svg.u(t.at());
            d.append('M').append(x).append(" 18V").append(scene.height());
            if (t.at() - before > 0.06 && t.at() < 0.96) {
                svg.textAt(svg.x(t.at()), 3, 13, "m", t.label());
                before = t.at();
            }
        }
        svg.path("class=\"g\"", d);
        svg.textAt("0.4%", 0, 13, "m", scene.axis().isByEvent() ? "by event" : "time");
    }

    // ---- arrows

    private void arrows() {
        StringBuilder go = new StringBuilder();
        StringBuilder wake = new StringBuilder();
        for (Arrow a : scene.arrows()) {
            StringBuilder d = a.go() ? go : wake;
            d.append('M').append(Svg.u(a.at())).append(' ').append(a.from());
            d.append('V').append(a.to());
        }
        svg.path("class=\"aw\"", wake);
        svg.path("class=\"ag\"", go);
    }

    private void heads() {
        for (Arrow a : scene.arrows()) {
            String kind = a.go() ? "g" : "w";
            svg.use(kind + (a.from() < a.to() ? "d" : "u"), a.at(), a.to());
        }
    }

    // ---- bars

    private void bars() {
        for (Section s : scene.sections()) {
            for (Lane l : s.lanes()) {
                l.bars().forEach(b -> bar(l, b));
            }
        }
        paths.forEach(svg::path);
    }

    private void bar(Lane lane, Bar b) {
        int x = Svg.u(b.from());
        int w = Math.max(b.shape() == Shape.WAIT ? 0 : 4, Svg.u(b.to()) - x);
        double full = lane.barHeight();
        int bottom = lane.barTop() + lane.barHeight();
        int low = (int) Math.round(bottom - full * b.low());
        int high = (int) Math.round(bottom - full * b.high());
        String look =
                switch (b.shape()) {
                    case RUN -> "class=\"h" + b.hue() + "\"";
                    case READY -> "class=\"rd\"";
                    case WAIT -> "class=\"wt\"";
                    case CALL, ASKED -> "class=\"c" + b.hue() + "\"";
                    case SPIN -> "class=\"sp\"";
                    case HELD -> b.hue() < 0 ? "class=\"lv\"" : "class=\"h" + b.hue() + "\"";
                    case LEVEL -> "class=\"lv\"";
                };
        StringBuilder d = paths.computeIfAbsent(look, _ -> new StringBuilder());
        switch (b.shape()) {
            case WAIT ->
                    d.append('M').append(x).append(' ').append(bottom - 1).append('h').append(w);
            case SPIN ->
                    d.append('M')
                            .append(x)
                            .append(' ')
                            .append((low + high) / 2)
                            .append('h')
                            .append(w);
            case READY -> {
                boolean whole = b.low() == 0 && b.high() == 1;
                box(d, x, w, whole ? high + 4 : high, whole ? bottom - 3 : low);
            }
            case CALL, ASKED -> box(d, x, w, high + 1, low - 1);
            case HELD -> box(d, x, w, high + 1, low);
            case RUN, LEVEL -> box(d, x, w, high, low);
        }
    }

    private static void box(StringBuilder d, int x, int w, int top, int bottom) {
        d.append('M').append(x).append(' ').append(top).append('h').append(w);
        d.append('v').append(bottom - top).append('h').append(-w).append('z');
    }

    // ---- marks and flags

    private void mark(Mark m) {
        Signs s = Signs.of(m.sign());
        svg.use(s.id(), m.at(), m.y() + s.down());
        String look = s.color().equals(Palette.RED) ? "r y" : "o";
        if (m.until() - m.at() < NARROW && m.until() == 1) {
            svg.text(m.at(), -9, m.y() + 4, look + " e", m.at(), m.texts());
        } else {
            svg.text(m.at(), 9, m.y() + 4, look, m.until() - m.at(), m.texts());
        }
    }

    private void flag(Flag f) {
        StringBuilder d = new StringBuilder();
        d.append('M').append(Svg.u(f.at())).append(' ').append(f.top()).append('V');
        svg.path(f.wrong() ? "class=\"fr\"" : "class=\"fm\"", d.append(f.bottom()));
        svg.flush();
        String c = f.wrong() ? "r e" : "m e";
        svg.textAt(svg.x(f.at()), -4, f.top() + 8, c, f.text());
    }

    // ---- words

    private void words() {
        for (Section s : scene.sections()) {
            if (!s.title().isEmpty()) {
                svg.textAt("0.4%", 0, s.lanes().getFirst().y() - 6, "m", s.title());
            }
            for (Lane l : s.lanes()) {
                label(l);
                l.bars().forEach(b -> barText(l, b));
            }
        }
    }

    private void label(Lane l) {
        int middle = l.y() + l.height() / 2;
        int dx = 0;
        if (l.hue() >= 0) {
            svg.add(
                    "<rect class=\"h%d\" x=\"0.4%%\" y=\"%d\" width=\"9\" height=\"9\" rx=\"2\"/>"
                            .formatted(l.hue(), middle - 5));
            dx = 14;
        }
        double edge = (MARGIN - LEFT) / WIDTH;
        svg.text(edge, dx, middle + 4, "", -edge, Names.shorter(l.label()));
    }

    private void barText(Lane l, Bar b) {
        double room = b.to() - b.from();
        int middle = l.y() + l.height() / 2;
        switch (b.shape()) {
            case RUN, HELD, ASKED -> {
                int top = l.barTop() + (int) Math.round(l.barHeight() * (1 - b.high()));
                int h = (int) Math.round(l.barHeight() * (b.high() - b.low()));
                int y = b.shape() == Shape.RUN ? middle + 4 : top + (h + 9) / 2;
                String on = Palette.isDark(b.hue()) ? "l" : "k";
                on = b.shape() == Shape.ASKED ? "m" : on;
                svg.text(b.from(), 4, y, on, room, b.texts());
            }
            case CALL -> svg.text(b.from(), 4, middle + 4, "m", room, b.texts());
            case WAIT -> {
                double part = b.tail().isEmpty() ? room : room * 0.6;
                svg.text(b.from(), 3, middle + 2, "m s", part, b.texts());
                svg.text(b.to(), -4, middle + 2, "s e", room - part, List.of(b.tail()));
            }
            case READY, SPIN, LEVEL -> {}
        }
    }
}
