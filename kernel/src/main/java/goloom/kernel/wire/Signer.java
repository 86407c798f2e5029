package goloom.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// HMAC-SHA256 over the four JSON parts of a message. Safe for many threads: each signature uses a
/// copy of the keyed state. An empty key means that messages carry no signature.
final class Signer {
    private static final byte[] UNSIGNED = {};

    private final @Nullable Mac keyed;

    Signer(String key) {
        keyed = key.isEmpty() ? null : mac(key);
    }

    private static Mac mac(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }

    boolean signs() {
        return keyed != null;
    }

    byte[] sign(WireMessage m) {
        if (keyed == null) {
            return UNSIGNED;
        }
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update(m.header());
            mac.update(m.parentHeader());
            mac.update(m.metadata());
            mac.update(m.content());
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HmacSHA256 of this JDK cannot be copied", e);
        }
    }

    /// Takes the same time for every wrong signature.
    boolean accepts(WireMessage m, byte[] signature) {
        return MessageDigest.isEqual(sign(m), signature) || keyed == null;
    }
}
