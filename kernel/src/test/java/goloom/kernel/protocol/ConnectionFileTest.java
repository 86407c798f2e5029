package goloom.kernel.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import goloom.kernel.wire.Connection;
import org.junit.jupiter.api.Test;

class ConnectionFileTest {
    private static final String FILE =
            """
            {"shell_port": 1, "iopub_port": 4, "stdin_port": 3, "control_port": 2, "hb_port": 5,
             "ip": "127.0.0.1", "key": "k", "transport": "tcp",
             "signature_scheme": "hmac-sha256", "kernel_name": "goloom"}
            """;

    @Test
    void every_field_goes_to_its_place() {
        assertThat(ConnectionFile.parse(FILE.getBytes(UTF_8)))
                .isEqualTo(new Connection("tcp", "127.0.0.1", 1, 2, 3, 4, 5, "k", "hmac-sha256"));
    }

    @Test
    void a_missing_port_is_named() {
        byte[] json = FILE.replace("hb_port", "other").getBytes(UTF_8);
        assertThatThrownBy(() -> ConnectionFile.parse(json))
                .hasMessage("connection file: \"hb_port\" is missing");
    }

    @Test
    void a_field_of_the_wrong_type_is_named_with_its_value() {
        byte[] json = FILE.replace("\"k\"", "7").getBytes(UTF_8);
        assertThatThrownBy(() -> ConnectionFile.parse(json))
                .hasMessage("connection file: want a string as \"key\", got 7");
    }
}
