package goloom.kernel.protocol;

/// Cursor positions: the protocol counts Unicode characters, Java counts UTF-16 units. Positions
/// outside the text are moved to its nearest end.
public final class CodePoints {
    private CodePoints() {}

    /// From the protocol's position to Java's.
    public static int toUtf16(String code, int position) {
        int characters = code.codePointCount(0, code.length());
        return code.offsetByCodePoints(0, Math.clamp(position, 0, characters));
    }

    /// From Java's position to the protocol's.
    public static int fromUtf16(String code, int position) {
        return code.codePointCount(0, Math.clamp(position, 0, code.length()));
    }
}
