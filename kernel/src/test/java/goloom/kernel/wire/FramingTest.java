package goloom.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramingTest {
    private final Framing framing = new Framing(new Signer("secret"));

    private static byte[] bytes(String s) {
        return s.getBytes(US_ASCII);
    }

    private static WireMessage message() {
        return new WireMessage(
                List.of(bytes("id-1"), bytes("id-2")),
                bytes("{\"h\":1}"),
                bytes("{\"p\":1}"),
                bytes("{\"m\":1}"),
                bytes("{\"c\":1}"),
                List.of(bytes("buffer"), bytes("<IDS|MSG>")));
    }

    @Test
    void a_message_survives_its_frames() {
        Framing.Decoded decoded = framing.decode(framing.encode(message()));
        assertThat(decoded).isInstanceOf(Framing.Accepted.class);
        assertThat(((Framing.Accepted) decoded).message())
                .usingRecursiveComparison()
                .isEqualTo(message());
    }

    @Test
    void frames_stand_in_the_order_of_the_protocol() {
        List<String> frames =
                framing.encode(message()).stream().map(f -> new String(f, US_ASCII)).toList();
        assertThat(frames.subList(0, 3)).containsExactly("id-1", "id-2", "<IDS|MSG>");
        assertThat(frames.subList(4, 8))
                .containsExactly("{\"h\":1}", "{\"p\":1}", "{\"m\":1}", "{\"c\":1}");
    }

    @Test
    void frames_without_a_delimiter_are_refused() {
        assertThat(framing.decode(List.of(bytes("a"), bytes("b"))))
                .isEqualTo(new Framing.Refused("no <IDS|MSG> among 2 frames"));
    }

    @Test
    void frames_that_end_early_are_refused() {
        List<byte[]> frames = framing.encode(message());
        assertThat(framing.decode(frames.subList(0, 6)))
                .isEqualTo(
                        new Framing.Refused(
                                "want a signature and four parts after <IDS|MSG>, got 3 frames"));
    }

    @Test
    void a_changed_part_is_refused() {
        var frames = new ArrayList<>(framing.encode(message()));
        frames.set(7, bytes("{\"c\":2}"));
        assertThat(framing.decode(frames)).isEqualTo(new Framing.Refused("wrong signature"));
    }

    @Test
    void a_signature_is_good_once() {
        List<byte[]> frames = framing.encode(message());
        assertThat(framing.decode(frames)).isInstanceOf(Framing.Accepted.class);
        assertThat(framing.decode(frames))
                .isEqualTo(new Framing.Refused("a signature that was used before"));
    }
}
