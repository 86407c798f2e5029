package goloom.timeline;

import goloom.timeline.Scene.Sign;

/// How single points look, in the still and in the living picture.
///
/// @param id of its symbol in an SVG
/// @param path around its middle, in pixels
/// @param stroke width of its line; 0: it is filled
/// @param down how far below the middle of the lane it stands
record Signs(String id, String path, String color, double stroke, int down) {
    private static final String ORANGE = "#D55E00";
    private static final String GREY = "#8a8a8a";
    private static final String DARK = "#4a4a4a"; // on bars

    static Signs of(Sign s) {
        return switch (s) {
            case STEAL -> new Signs("st", "M-4-3h8l-4 6z", ORANGE, 0, -7);
            case HANDOFF -> new Signs("ho", "M0-7l5 7l-5 7l-5-7z", ORANGE, 1.6, 0);
            case PREEMPTED -> new Signs("pe", "M-7-6l6 12M-1-6l-6 12", Palette.RED, 1.8, 0);
            case PREEMPTED_OFTEN -> new Signs("po", "M-.5 0v4", Palette.RED, 1.2, 6);
            case LOCKED ->
                    new Signs(
                            "lk",
                            "M9-1h8v6h-8zM10-1v-2a3 3 0 0 1 6 0v2h-1.4v-2a1.6 1.6 0 0 0-3.2 0v2z",
                            DARK,
                            0,
                            1);
            case UNLOCKED ->
                    new Signs("ul", "M9-1h8v6h-8zM10.5-1v-2a2.5 2.5 0 0 1 5 0", DARK, 1, 1);
            case TIMER -> new Signs("ti", "M-3-4h6l-6 8h6z", GREY, 0, 0);
            case NETWORK -> new Signs("nw", "M-4-6h8M0-6v6M-3-1h6l-3 5z", GREY, 1, -3);
            case OUTSIDE -> new Signs("ou", "M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0", GREY, 0, 0);
            case CLOSED -> new Signs("cl", "M0-7v14", Palette.RED, 2, 0);
            case WRONG -> new Signs("er", "M-4-4l8 8M4-4l-8 8", Palette.RED, 2.4, 0);
            case GOES_ON -> new Signs("on", "M-6-4l5 4l-5 4", GREY, 1.6, 0);
        };
    }

    /// As a symbol of an SVG.
    String symbol() {
        String look =
                stroke == 0
                        ? "fill=\"" + color + "\""
                        : "fill=\"none\" stroke=\"" + color + "\" stroke-width=\"" + stroke + "\"";
        return "<path id=\"" + id + "\" d=\"" + path + "\" " + look + "/>";
    }
}
