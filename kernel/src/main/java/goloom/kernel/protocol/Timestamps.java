package goloom.kernel.protocol;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Dates of messages: ISO 8601 in UTC, always six digits behind the second.
public final class Timestamps {
    private Timestamps() {}

    /// The time now.
    public static String now() {
        return format(Instant.now());
    }

    /// By hand, because `DateTimeFormatter` costs 20 ms when it is first used.
    static String format(Instant instant) {
        var t = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        var out = new StringBuilder(27);
        digits(out, t.getYear(), 4).append('-');
        digits(out, t.getMonthValue(), 2).append('-');
        digits(out, t.getDayOfMonth(), 2).append('T');
        digits(out, t.getHour(), 2).append(':');
        digits(out, t.getMinute(), 2).append(':');
        digits(out, t.getSecond(), 2).append('.');
        return digits(out, instant.getNano() / 1000, 6).append('Z').toString();
    }

    private static StringBuilder digits(StringBuilder out, int n, int width) {
        String s = Integer.toString(n);
        out.repeat("0", width - s.length());
        return out.append(s);
    }
}
