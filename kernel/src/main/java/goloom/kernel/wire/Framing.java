package goloom.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Frames of a ZeroMQ message: identities, `<IDS|MSG>`, signature, header, parent header, metadata,
/// content, buffers. Each signature is accepted once.
final class Framing {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_PARTS = 4;
    private static final int REMEMBERED = 1 << 14;

    /// What came out of frames.
    sealed interface Decoded {}

    record Accepted(WireMessage message) implements Decoded {}

    record Refused(String why) implements Decoded {}

    private final Signer signer;
    private final Map<String, Boolean> seen =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            }; // guarded by itself

    Framing(Signer signer) {
        this.signer = signer;
    }

    List<byte[]> encode(WireMessage m) {
        var frames = new ArrayList<byte[]>(m.identities().size() + 6 + m.buffers().size());
        frames.addAll(m.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(m));
        frames.add(m.header());
        frames.add(m.parentHeader());
        frames.add(m.metadata());
        frames.add(m.content());
        frames.addAll(m.buffers());
        return frames;
    }

    Decoded decode(List<byte[]> frames) {
        int at = 0;
        while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
            at++;
        }
        if (at == frames.size()) {
            return new Refused("no <IDS|MSG> among " + at + " frames");
        }
        int json = at + 2;
        if (frames.size() < json + JSON_PARTS) {
            return new Refused(
                    "want a signature and four parts after <IDS|MSG>, got "
                            + (frames.size() - at - 1)
                            + " frames");
        }
        byte[] signature = frames.get(at + 1);
        var message =
                new WireMessage(
                        List.copyOf(frames.subList(0, at)),
                        frames.get(json),
                        frames.get(json + 1),
                        frames.get(json + 2),
                        frames.get(json + 3),
                        List.copyOf(frames.subList(json + JSON_PARTS, frames.size())));
        if (!signer.accepts(message, signature)) {
            return new Refused("wrong signature");
        }
        if (signer.signs() && isRepeated(signature)) {
            return new Refused("a signature that was used before");
        }
        return new Accepted(message);
    }

    private boolean isRepeated(byte[] signature) {
        String key = new String(signature, StandardCharsets.ISO_8859_1);
        synchronized (seen) {
            return seen.put(key, true) != null;
        }
    }
}
