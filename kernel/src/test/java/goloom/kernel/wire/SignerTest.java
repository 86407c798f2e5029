package goloom.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignerTest {
    private static WireMessage message(String content) {
        byte[] empty = "{}".getBytes(US_ASCII);
        return new WireMessage(
                List.of(), empty, empty, empty, content.getBytes(US_ASCII), List.of());
    }

    @Test
    void signature_is_hmac_sha256_in_hexadecimal() {
        // printf '{}{}{}{"a":1}' | openssl dgst -sha256 -hmac secret
        assertThat(new Signer("secret").sign(message("{\"a\":1}")))
                .asString(US_ASCII)
                .isEqualTo("9335a27f3b96ceef8d908311214c9b96d0a1763df3e479e8e92f19b227d8b058");
    }

    @Test
    void own_signature_is_accepted() {
        var signer = new Signer("secret");
        assertThat(signer.accepts(message("{}"), signer.sign(message("{}")))).isTrue();
    }

    @Test
    void signature_of_another_message_is_refused() {
        var signer = new Signer("secret");
        assertThat(signer.accepts(message("{}"), signer.sign(message("[]")))).isFalse();
    }

    @Test
    void signature_with_another_key_is_refused() {
        byte[] other = new Signer("other").sign(message("{}"));
        assertThat(new Signer("secret").accepts(message("{}"), other)).isFalse();
    }

    @Test
    void without_a_key_nothing_is_signed_and_all_is_accepted() {
        var signer = new Signer("");
        assertThat(signer.sign(message("{}"))).isEmpty();
        assertThat(signer.accepts(message("{}"), "anything".getBytes(US_ASCII))).isTrue();
    }
}
