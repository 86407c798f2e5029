package goloom.timeline;

import goloom.timeline.Scene.Legend;
import java.util.List;

/// Draws what the shapes mean, below the lanes, in as many lines as a narrow picture needs.
final class LegendSvg {
    private static final int LINE = 18;
    private static final int NARROW = 540;
    private static final int SWATCH = 24;
    private static final int GAP = 14;

    private LegendSvg() {}

    private static String words(Legend l) {
        return switch (l) {
            case RUN -> "running (hue = goroutine)";
            case READY -> "runnable: waits for a P";
            case WAIT -> "waiting";
            case CALL -> "in a blocking call";
            case SPIN -> "looks for work";
            case GO -> "go";
            case WAKE -> "wakes";
            case STEAL -> "steal";
            case HANDOFF -> "P handed off";
            case PREEMPTED -> "preempted";
            case LOCKED -> "locked to its thread";
            case TIMER -> "woken by a timer";
            case NETWORK -> "woken by the network";
            case OUTSIDE -> "a thread outside Go";
        };
    }

    private static int width(Legend l) {
        return SWATCH + (int) (words(l).length() * 5.7) + GAP;
    }

    static int height(List<Legend> items) {
        int x = 0;
        int lines = items.isEmpty() ? 0 : 1;
        for (Legend l : items) {
            if (x + width(l) > NARROW && x > 0) {
                x = 0;
                lines++;
            }
            x += width(l);
        }
        return lines * LINE + 4;
    }

    static String of(List<Legend> items) {
        Svg svg = new Svg(height(items), 0, 100);
        draw(svg, items, 0);
        return svg.document(Style.css(), Style.defs());
    }

    static void draw(Svg svg, List<Legend> items, int top) {
        int x = 0;
        int y = top + 12;
        for (Legend l : items) {
            if (x + width(l) > NARROW && x > 0) {
                x = 0;
                y += LINE;
            }
            svg.add("<g transform=\"translate(%d %d)\">".formatted(x + 3, y));
            svg.add(swatch(l));
            svg.add("</g>");
            svg.textAt(String.valueOf(x + SWATCH), 0, y + 4, "m", words(l));
            x += width(l);
        }
    }

    private static String swatch(Legend l) {
        return switch (l) {
            case RUN ->
                    "<path class=\"h0\" d=\"M0-5h6v10h-6z\"/><path class=\"h1\" d=\"M6-5h6v10h-6z\"/>"
                            + "<path class=\"h2\" d=\"M12-5h6v10h-6z\"/>";
            case READY ->
                    "<path class=\"aw\" d=\"M0 3l4-6M4 3l4-6M8 3l4-6M12 3l4-6M16 3l2-3M0-1l1.5-2\"/>";
            case WAIT -> "<path class=\"wt\" d=\"M0 3h18\"/>";
            case CALL -> "<path class=\"c0\" d=\"M0-5h17v10h-17z\"/>";
            case SPIN -> "<path class=\"sp\" d=\"M0 0h18\"/>";
            case GO -> "<path class=\"ag\" d=\"M9-6V1\"/><use href=\"#gd\" x=\"9\" y=\"6\"/>";
            case WAKE -> "<path class=\"aw\" d=\"M9-6V1\"/><use href=\"#wd\" x=\"9\" y=\"6\"/>";
            case STEAL -> "<use href=\"#st\" x=\"9\" y=\"0\"/>";
            case HANDOFF -> "<use href=\"#ho\" x=\"9\" y=\"0\"/>";
            case PREEMPTED -> "<use href=\"#pe\" x=\"13\" y=\"0\"/>";
            case LOCKED -> "<use href=\"#lk\" x=\"-4\" y=\"0\"/>";
            case TIMER -> "<use href=\"#ti\" x=\"9\" y=\"0\"/>";
            case NETWORK -> "<use href=\"#nw\" x=\"9\" y=\"0\"/>";
            case OUTSIDE -> "<use href=\"#ou\" x=\"9\" y=\"0\"/>";
        };
    }
}
