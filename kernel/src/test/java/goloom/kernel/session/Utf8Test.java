package goloom.kernel.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    private static final String TEXT = "aé€𝄞\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 11})
    void text_survives_any_division_into_pieces(int size) {
        var utf8 = new Utf8();
        var out = new StringBuilder();
        byte[] bytes = TEXT.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += size) {
            out.append(utf8.decode(bytes, at, Math.min(size, bytes.length - at)));
        }
        assertThat(out).hasToString(TEXT);
    }

    @Test
    void characters_begun_by_different_threads_are_kept_apart() throws InterruptedException {
        var utf8 = new Utf8();
        byte[] euro = "€".getBytes(UTF_8);
        assertThat(utf8.decode(euro, 0, 2)).isEmpty();
        var other = new String[1];
        Thread t = new Thread(() -> other[0] = utf8.decode("x".getBytes(UTF_8), 0, 1));
        t.start();
        t.join();
        assertThat(other[0]).isEqualTo("x");
        assertThat(utf8.decode(euro, 2, 1)).isEqualTo("€");
    }

    @Test
    void bytes_that_are_no_text_become_replacement_characters() {
        assertThat(new Utf8().decode(new byte[] {(byte) 0xFF, 'a'}, 0, 2)).isEqualTo("\uFFFDa");
        assertThat(new Utf8().decode(new byte[] {(byte) 0x80}, 0, 1)).isEqualTo("\uFFFD");
    }
}
