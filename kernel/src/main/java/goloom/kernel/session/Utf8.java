package goloom.kernel.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Decodes bytes that arrive in pieces: a character that a thread has written in part waits for the
/// rest of it.
final class Utf8 {
    private static final int LONGEST = 4;

    private final Map<Thread, byte[]> begun = new ConcurrentHashMap<>();

    String decode(byte[] bytes, int offset, int length) {
        byte[] piece = Arrays.copyOfRange(bytes, offset, offset + length);
        byte[] before = begun.isEmpty() ? null : begun.remove(Thread.currentThread());
        if (before != null) {
            byte[] both = Arrays.copyOf(before, before.length + piece.length);
            System.arraycopy(piece, 0, both, before.length, piece.length);
            piece = both;
        }
        int whole = wholeCharacters(piece);
        if (whole < piece.length) {
            begun.put(Thread.currentThread(), Arrays.copyOfRange(piece, whole, piece.length));
        }
        return new String(piece, 0, whole, StandardCharsets.UTF_8);
    }

    /// The length without a character that is begun at the end.
    private static int wholeCharacters(byte[] bytes) {
        for (int back = 1; back <= Math.min(LONGEST, bytes.length); back++) {
            int b = Byte.toUnsignedInt(bytes[bytes.length - back]);
            if (b < 0x80) {
                return bytes.length;
            }
            if (b >= 0xC0) {
                int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? bytes.length - back : bytes.length;
            }
        }
        return bytes.length;
    }
}
