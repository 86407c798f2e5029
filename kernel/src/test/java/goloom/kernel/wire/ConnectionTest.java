package goloom.kernel.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static Connection connection(String transport, String key, String scheme) {
        return new Connection(transport, "127.0.0.1", 1, 2, 3, 4, 5, key, scheme);
    }

    @Test
    void a_transport_other_than_tcp_and_ipc_is_refused() {
        assertThatThrownBy(() -> connection("udp", "", "hmac-sha256"))
                .hasMessage("connection file: want transport tcp or ipc, got \"udp\"");
    }

    @Test
    void a_scheme_other_than_hmac_sha256_is_refused() {
        assertThatThrownBy(() -> connection("tcp", "key", "hmac-md5"))
                .hasMessage("connection file: want signature_scheme hmac-sha256, got \"hmac-md5\"");
    }

    @Test
    void without_a_key_the_scheme_does_not_matter() {
        connection("tcp", "", "none");
    }
}
