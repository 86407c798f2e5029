package goloom.timeline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a message of protocol buffers. Fields are written in the order of the calls.
final class Proto {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Proto number(int field, long v) {
        varint((long) field << 3 | VARINT);
        varint(v);
        return this;
    }

    Proto fixed64(int field, long v) {
        varint((long) field << 3 | FIXED64);
        for (int i = 0; i < 8; i++) {
            out.write((int) (v >>> 8 * i));
        }
        return this;
    }

    Proto text(int field, String s) {
        return bytes(field, s.getBytes(StandardCharsets.UTF_8));
    }

    Proto message(int field, Proto m) {
        return bytes(field, m.out.toByteArray());
    }

    private Proto bytes(int field, byte[] b) {
        varint((long) field << 3 | BYTES);
        varint(b.length);
        out.write(b, 0, b.length);
        return this;
    }

    private void varint(long v) {
        long rest = v;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
