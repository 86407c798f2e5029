package goloom.timeline;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;

/// Columns of numbers as text: each number as a zig-zag varint, one column after the other, all of
/// it deflated (raw), in base64.
final class Columns {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> lengths = new ArrayList<>();
    private int began;

    /// Adds a number to the present column.
    void add(long v) {
        long z = v << 1 ^ v >> 63;
        while ((z & ~0x7fL) != 0) {
            bytes.write((int) (z & 0x7f | 0x80));
            z >>>= 7;
        }
        bytes.write((int) z);
    }

    /// Ends the present column.
    void end() {
        lengths.add(bytes.size() - began);
        began = bytes.size();
    }

    /// The length of each column, in bytes, before they were deflated.
    List<Integer> lengths() {
        return lengths;
    }

    String deflated() {
        Deflater d = new Deflater(9, true);
        try {
            d.setInput(bytes.toByteArray());
            d.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8_192];
            while (!d.finished()) {
                out.write(buffer, 0, d.deflate(buffer));
            }
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } finally {
            d.end();
        }
    }
}
