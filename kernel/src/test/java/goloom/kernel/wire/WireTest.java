package goloom.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {
    private record Received(Wire.Channel channel, WireMessage message) {}

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> subscribed = new LinkedBlockingQueue<>();
    private Connection connection;
    private Wire wire;
    private Client client;

    @BeforeEach
    void connect() throws IOException {
        connection = connection();
        wire = new Wire(connection);
        wire.start(
                new Wire.Listener() {
                    @Override
                    public void received(Wire.Channel channel, WireMessage message) {
                        received.add(new Received(channel, message));
                        if (new String(message.content(), UTF_8).contains("throw")) {
                            throw new OutOfMemoryError("not really");
                        }
                    }

                    @Override
                    public WireMessage subscribed(byte[] topic) {
                        subscribed.add(new String(topic, UTF_8));
                        return message(List.of(topic), "{\"welcome\":true}");
                    }
                });
        client = new Client(connection);
    }

    @AfterEach
    void close() throws InterruptedException {
        client.close();
        wire.close();
    }

    private static Connection connection() throws IOException {
        var ports = new ArrayList<Integer>();
        var sockets = new ArrayList<ServerSocket>();
        for (int i = 0; i < 5; i++) {
            var s = new ServerSocket(0);
            sockets.add(s);
            ports.add(s.getLocalPort());
        }
        for (ServerSocket s : sockets) {
            s.close();
        }
        return new Connection(
                "tcp",
                "127.0.0.1",
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                "key",
                "hmac-sha256");
    }

    private static WireMessage message(List<byte[]> identities, String content) {
        byte[] empty = "{}".getBytes(UTF_8);
        return new WireMessage(identities, empty, empty, empty, content.getBytes(UTF_8), List.of());
    }

    private WireMessage receive(Wire.Channel channel) {
        return Objects.requireNonNull(client.receive(channel, 100_000), "no message");
    }

    private Received next() throws InterruptedException {
        Received r = received.poll(100, TimeUnit.SECONDS);
        assertThat(r).isNotNull();
        return r;
    }

    @Test
    void a_message_comes_in_with_the_identity_to_which_its_answer_goes() throws Exception {
        client.send(Wire.Channel.CONTROL, message(List.of(), "{\"q\":1}"));
        Received r = next();
        assertThat(r.channel()).isEqualTo(Wire.Channel.CONTROL);
        wire.send(Wire.Channel.CONTROL, message(r.message().identities(), "{\"a\":1}"));
        WireMessage answer = receive(Wire.Channel.CONTROL);
        assertThat(answer.content()).asString(UTF_8).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_subscriber_is_noticed_and_gets_what_is_published() throws Exception {
        assertThat(subscribed.poll(100, TimeUnit.SECONDS)).isEmpty();
        assertThat(receive(Wire.Channel.IOPUB).content()).asString(UTF_8).contains("welcome");
        for (int i = 0; i < 1000; i++) {
            wire.send(
                    Wire.Channel.IOPUB,
                    message(List.of("topic".getBytes(UTF_8)), "{\"n\":" + i + "}"));
        }
        for (int i = 0; i < 1000; i++) {
            WireMessage m = receive(Wire.Channel.IOPUB);
            assertThat(m.content()).asString(UTF_8).isEqualTo("{\"n\":" + i + "}");
        }
    }

    /// Whatever is being published meanwhile.
    @Test
    void the_first_that_a_subscriber_gets_is_its_welcome() throws Exception {
        var stop = new AtomicBoolean();
        Thread flood =
                new Thread(() -> {
                    while (!stop.get()) {
                        wire.send(Wire.Channel.IOPUB, message(List.of("t".getBytes(UTF_8)), "{}"));
                        LockSupport.parkNanos(100_000);
                    }
                });
        flood.start();
        try {
            for (int i = 0; i < 30; i++) {
                try (Client late = new Client(connection)) {
                    WireMessage first = late.receive(Wire.Channel.IOPUB, 100_000);
                    assertThat(Objects.requireNonNull(first).content())
                            .asString(UTF_8)
                            .contains("welcome");
                }
            }
        } finally {
            stop.set(true);
            flood.join();
        }
    }

    @Test
    void a_listener_that_throws_an_error_goes_on_listening() throws Exception {
        client.send(Wire.Channel.SHELL, message(List.of(), "{\"throw\":1}"));
        next();
        client.send(Wire.Channel.SHELL, message(List.of(), "{\"q\":2}"));
        assertThat(next().message().content()).asString(UTF_8).isEqualTo("{\"q\":2}");
    }

    @Test
    void an_interrupted_thread_can_send() throws Exception {
        Thread.currentThread().interrupt();
        wire.send(Wire.Channel.IOPUB, message(List.of("t".getBytes(UTF_8)), "{}"));
        assertThat(Thread.interrupted()).isTrue();
        client.send(Wire.Channel.SHELL, message(List.of(), "{\"q\":3}"));
        assertThat(next().message().content()).asString(UTF_8).isEqualTo("{\"q\":3}");
    }
}
