package goloom.kernel.protocol;

import goloom.kernel.wire.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Between messages on the wire and records. Safe for many threads.
///
/// The header of a request is kept as bytes and sent back as they came: fields that this kernel
/// does not know survive.
public final class Protocol {
    /// The version of the protocol spoken here.
    public static final String VERSION = "5.5";

    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);

    private final String session = UUID.randomUUID().toString().replace("-", "");
    private final String username = System.getProperty("user.name", "kernel");
    private final AtomicLong count = new AtomicLong();

    /// A message that waits for an answer, and its id, by which the answer is known.
    public record Question(String id, WireMessage message) {}

    /// Reads a message.
    ///
    /// @throws MalformedMessage if it is not one
    public Incoming read(WireMessage m) {
        var header = new Fields("header", Json.object(m.header()));
        String type = header.string("msg_type");
        var origin =
                new Origin(
                        m.identities(),
                        header.string("msg_id"),
                        type,
                        header.stringOrNull("subshell_id"),
                        m.header(),
                        Json.object(m.metadata()));
        var parent = new Fields("parent_header", Json.object(m.parentHeader()));
        return new Incoming(
                origin,
                RequestReader.read(
                        type,
                        Json.object(m.content()),
                        m.buffers(),
                        parent.stringOrNull("msg_id")));
    }

    /// An answer; its type is that of the request with `_reply`.
    public WireMessage reply(Origin to, Reply reply, Map<String, @Nullable Object> metadata) {
        String type = to.type();
        int end = type.endsWith("_request") ? type.length() - "_request".length() : type.length();
        return message(
                to.identities(),
                header(type.substring(0, end) + "_reply"),
                to,
                metadata,
                reply.content(),
                List.of());
    }

    /// A message for iopub. Without an origin it belongs to no request.
    public WireMessage publication(@Nullable Origin origin, Publication p) {
        byte[] topic = topic(p).getBytes(StandardCharsets.UTF_8);
        List<byte[]> buffers = p instanceof Publication.CommMessage m ? m.buffers() : List.of();
        return message(List.of(topic), header(p.type()), origin, Map.of(), p.content(), buffers);
    }

    private static String topic(Publication p) {
        // A welcome must match the subscription that it answers, nothing more.
        return p instanceof Publication.Welcome w ? w.subscription() : p.type();
    }

    /// Asks the front end that sent the cell for a line of text.
    public Question input(Origin cell, String prompt, boolean password) {
        Map<String, @Nullable Object> header = header("input_request");
        Map<String, @Nullable Object> content = Map.of("prompt", prompt, "password", password);
        return new Question(
                String.valueOf(header.get("msg_id")),
                message(cell.identities(), header, cell, Map.of(), content, List.of()));
    }

    /// What a front end sends.
    public WireMessage request(String type, Map<String, @Nullable Object> content) {
        return message(List.of(), header(type), null, Map.of(), content, List.of());
    }

    private Map<String, @Nullable Object> header(String type) {
        var h = new LinkedHashMap<String, @Nullable Object>();
        h.put("msg_id", session + "_" + count.incrementAndGet());
        h.put("session", session);
        h.put("username", username);
        h.put("date", Timestamps.now());
        h.put("msg_type", type);
        h.put("version", VERSION);
        return h;
    }

    private static WireMessage message(
            List<byte[]> identities,
            Map<String, @Nullable Object> header,
            @Nullable Origin parent,
            Map<String, @Nullable Object> metadata,
            Map<String, @Nullable Object> content,
            List<byte[]> buffers) {
        return new WireMessage(
                identities,
                Json.write(header),
                parent == null ? EMPTY_OBJECT : parent.header(),
                metadata.isEmpty() ? EMPTY_OBJECT : Json.write(metadata),
                Json.write(content),
                buffers);
    }
}
