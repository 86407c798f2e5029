package goloom.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// On inproc sockets, where a message that was sent has arrived.
class SocketThreadTest {
    private final ZContext context = new ZContext();
    private final List<String> handled = new ArrayList<>();
    private ZMQ.Socket peer;
    private SocketThread thread;

    @BeforeEach
    void start() throws IOException {
        ZMQ.Socket socket = context.createSocket(SocketType.PAIR);
        socket.bind("inproc://test");
        peer = context.createSocket(SocketType.PAIR);
        peer.connect("inproc://test");
        peer.setReceiveTimeOut(100_000);
        thread =
                new SocketThread(
                        "test", socket, frames -> handled.add(new String(frames.get(0), UTF_8)));
        thread.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        thread.stop();
        thread.join(100_000);
        context.close();
    }

    @Test
    void a_task_runs_after_the_messages_that_have_arrived() throws Exception {
        var blocks = new CountDownLatch(1);
        var blocked = new CountDownLatch(1);
        thread.execute(() -> {
            blocks.countDown();
            try {
                blocked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        blocks.await();
        for (int i = 0; i < 100; i++) {
            peer.send("message " + i);
        }
        var seen = new CompletableFuture<List<String>>();
        thread.execute(() -> seen.complete(List.copyOf(handled)));
        blocked.countDown();
        assertThat(seen.get(100, TimeUnit.SECONDS)).hasSize(100).endsWith("message 99");
    }

    @Test
    void a_task_that_throws_does_not_end_the_thread() {
        thread.execute(() -> {
            throw new StackOverflowError("not really");
        });
        thread.send(List.of("still here".getBytes(UTF_8)));
        assertThat(peer.recvStr()).isEqualTo("still here");
    }

    @Test
    void what_was_given_before_the_end_is_sent() throws Exception {
        for (int i = 0; i < 1000; i++) {
            thread.send(List.of(("n" + i).getBytes(UTF_8)));
        }
        thread.stop();
        thread.join(100_000);
        for (int i = 0; i < 1000; i++) {
            assertThat(peer.recvStr()).isEqualTo("n" + i);
        }
    }
}
