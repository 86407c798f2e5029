package goloom.timeline;

/// The look of all pictures: one small style sheet, and the symbols of marks. Light and dark follow
/// the page, because an img inherits its colour scheme.
final class Style {
    private Style() {}

    static String css() {
        StringBuilder s = new StringBuilder();
        s.append("path,line{vector-effect:non-scaling-stroke}");
        // The rim is for dark pages that do not say that they are dark.
        s.append("text{fill:#222;paint-order:stroke;stroke:#fff;stroke-width:2px}");
        s.append(".k,.l,.m{stroke:none}.m{fill:#666}.s{font-size:10px}.e{text-anchor:end}");
        s.append(".c{text-anchor:middle}.b{font-weight:600}.k{fill:#111}.l{fill:#fff}");
        s.append(".r{fill:#c5221f}.o{fill:#b3470b}");
        s.append(".z{fill:#8881}.g{stroke:#8883}.rd{fill:url(#rd)}.lv{fill:#8889}");
        s.append(".wt{stroke:#8a8a8a;stroke-width:1.5}");
        s.append(".sp{stroke:#8a8a8a;stroke-width:2;stroke-dasharray:1 4}");
        s.append(".sl{fill:none;stroke:#8885}.ed{fill:none;stroke:#8a8a8a}");
        s.append(".aw{stroke:#8a8a8a}.ag{stroke:").append(Palette.FORK).append('}');
        s.append(".fr{stroke:").append(Palette.RED).append(";stroke-width:1.5}");
        s.append(".fm{stroke:#8a8a8a;stroke-dasharray:4 3}");
        s.append(".cr{fill:none;stroke:").append(Palette.RED).append(";stroke-width:2}");
        s.append(".dt{stroke-dasharray:2 3}.t{stroke-width:2}.q{opacity:.55}");
        s.append(".y{paint-order:stroke;stroke:#fff;stroke-width:3px}");
        for (int h = 0; h < Palette.HUES.size(); h++) {
            String c = Palette.HUES.get(h);
            s.append(".h").append(h).append("{fill:").append(c).append('}');
            s.append(".c").append(h).append("{fill:").append(c).append("22;stroke:").append(c);
            s.append(";stroke-dasharray:4 2;stroke-width:1.5}");
            s.append(".s").append(h).append("{fill:none;stroke:").append(c).append('}');
        }
        s.append(
                "@media(prefers-color-scheme:dark){text{fill:#ddd;stroke:#111}.m{fill:#a8a8a8}.k{fill:#111}");
        s.append(".l{fill:#fff}.y{stroke:#111}.r{fill:#ff8a80}.o{fill:#ffab70}}");
        return s.toString();
    }

    /// Heads of arrows (g: go, w: wake; d: down, u: up), and marks.
    static String defs() {
        return "<pattern id=\"rd\" width=\"16\" height=\"4\" patternUnits=\"userSpaceOnUse\">"
                + "<path d=\"M-4 5L20-1M-4 1L4-1M12 5L20 3\" stroke=\"#777\"/></pattern>"
                + head("gd", Palette.FORK, "0 0l-3.5-6h7z")
                + head("gu", Palette.FORK, "0 0l-3.5 6h7z")
                + head("wd", "#8a8a8a", "0 0l-3-5h6z")
                + head("wu", "#8a8a8a", "0 0l-3 5h6z")
                + signs();
    }

    private static String signs() {
        StringBuilder s = new StringBuilder();
        for (Scene.Sign sign : Scene.Sign.values()) {
            s.append(Signs.of(sign).symbol());
        }
        return s.toString();
    }

    private static String head(String id, String fill, String d) {
        return "<path id=\"" + id + "\" fill=\"" + fill + "\" d=\"M" + d + "\"/>";
    }
}
