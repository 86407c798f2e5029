package goloom.timeline;

import java.util.Locale;

/// Numbers as people read them.
final class Units {
    private Units() {}

    /// A time with three digits: `850 ns`, `12.3 µs`, `1.25 ms`, `3 s`.
    static String time(long nanos) {
        if (nanos < 1_000) {
            return nanos + " ns";
        }
        double x = nanos;
        String[] units = {"µs", "ms", "s"};
        int u = -1;
        while (u < units.length - 1 && (u < 0 || x >= 999.5)) {
            x /= 1_000;
            u++;
        }
        return digits(x) + " " + units[u];
    }

    private static String digits(double x) {
        String s =
                String.format(Locale.ROOT, x >= 99.95 ? "%.0f" : x >= 9.995 ? "%.1f" : "%.2f", x);
        return s.contains(".") ? s.replaceAll("\\.?0+$", "") : s;
    }

    /// `1 steal`, `2 steals`.
    static String count(long n, String noun) {
        return grouped(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /// `12,345`.
    static String grouped(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /// One decimal: `4.8`.
    static String ratio(double x) {
        return String.format(Locale.ROOT, "%.1f", x);
    }
}
