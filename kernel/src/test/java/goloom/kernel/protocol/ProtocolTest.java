package goloom.kernel.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.wire.WireMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private final Protocol protocol = new Protocol();

    private static WireMessage request(String type, String metadata, String content) {
        String header = "{\"msg_id\":\"m\",\"msg_type\":\"" + type + "\",\"extra\" : [1]}";
        return new WireMessage(
                List.of(new byte[] {7}),
                header.getBytes(UTF_8),
                "{}".getBytes(UTF_8),
                metadata.getBytes(UTF_8),
                content.getBytes(UTF_8),
                List.of());
    }

    @Test
    void a_reply_goes_back_with_the_header_as_it_came() {
        WireMessage request = request("kernel_info_request", "{}", "{}");
        Origin origin = protocol.read(request).origin();
        WireMessage reply = protocol.reply(origin, new Reply.Done(), Map.of());
        assertThat(reply.parentHeader()).isEqualTo(request.header());
        assertThat(reply.identities()).containsExactly(new byte[] {7});
        assertThat(Json.object(reply.header()))
                .containsEntry("msg_type", "kernel_info_reply")
                .containsEntry("version", "5.5");
        assertThat(Json.object(reply.content())).isEqualTo(Map.of("status", "ok"));
    }

    @Test
    void every_message_has_an_id_of_its_own() {
        var first = Json.object(protocol.request("a", Map.of()).header());
        var second = Json.object(protocol.request("a", Map.of()).header());
        assertThat(first.get("msg_id")).isNotEqualTo(second.get("msg_id"));
        assertThat(first.get("session")).isEqualTo(second.get("session"));
    }

    @Test
    void the_front_end_s_name_of_a_cell_is_in_the_metadata() {
        var in =
                protocol.read(
                        request("execute_request", "{\"cellId\":\"c-1\"}", "{\"code\":\"x\"}"));
        assertThat(in.origin().cellId()).isEqualTo("c-1");
    }

    @Test
    void a_publication_without_origin_has_an_empty_parent() {
        WireMessage m =
                protocol.publication(null, new Publication.Status(Publication.State.STARTING));
        assertThat(m.parentHeader()).asString(UTF_8).isEqualTo("{}");
        assertThat(m.identities().getFirst()).asString(UTF_8).isEqualTo("status");
    }

    @Test
    void a_welcome_has_the_subscription_as_its_topic() {
        WireMessage m = protocol.publication(null, new Publication.Welcome("str"));
        assertThat(m.identities().getFirst()).asString(UTF_8).isEqualTo("str");
    }
}
