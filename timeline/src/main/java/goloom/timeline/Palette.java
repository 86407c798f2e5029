package goloom.timeline;

import java.util.List;

/// Colours. A goroutine has one hue everywhere; what it does is told by shape, never by colour
/// alone. The hues are those of Okabe and Ito, and two more, told apart also by the colour-blind.
final class Palette {
    static final List<String> HUES =
            List.of(
                    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C6BB1",
                    "#7A7A00");

    /// What goes wrong, and the critical path.
    static final String RED = "#D93025";

    /// `go`.
    static final String FORK = "#1A73C8";

    private Palette() {}

    /// The hue of the `n`th goroutine of a picture.
    static int hue(int n) {
        return n % HUES.size();
    }

    /// The hues on which light text is read better.
    static List<String> dark() {
        return List.of(HUES.get(0), HUES.get(6));
    }

    /// True if light text is read better on this hue.
    static boolean isDark(int hue) {
        return hue >= 0 && dark().contains(HUES.get(hue));
    }
}
