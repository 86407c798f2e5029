package goloom.kernel.debug;

import java.nio.charset.StandardCharsets;

/// The hash by which Jupyter names the code of a cell: MurmurHash2, 32 bits, of its UTF-8.
final class Murmur2 {
    private static final int M = 0x5bd1e995;

    private Murmur2() {}

    /// Unsigned.
    static long of(String text, int seed) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        int h = seed ^ data.length;
        int i = 0;
        for (; i + 4 <= data.length; i += 4) {
            int k =
                    M
                            * (at(data, i)
                                    | at(data, i + 1) << 8
                                    | at(data, i + 2) << 16
                                    | at(data, i + 3) << 24);
            h = h * M ^ M * (k ^ k >>> 24);
        }
        int left = data.length - i;
        if (left > 0) {
            for (int b = left - 1; b >= 0; b--) {
                h ^= at(data, i + b) << 8 * b;
            }
            h *= M;
        }
        h = M * (h ^ h >>> 13);
        return Integer.toUnsignedLong(h ^ h >>> 15);
    }

    private static int at(byte[] data, int i) {
        return data[i] & 0xff;
    }
}
